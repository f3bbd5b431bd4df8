using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportBot.Accounts;
using SupportBot.Accounts.Accounting;
using SupportBot.Channels.Rendering;
using SupportBot.Dialogs.Results;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Protocol.Activities;
using SupportBot.Storage.Conversations;
using SupportBot.Turns.Replies;
using Xunit;

namespace SupportBot.UnitTests.Channels.Rendering;

/// <summary>One of every reply that has a card, and the renderer as the host would make it.</summary>
internal static class SampleReplies
{
    private static readonly DateTime CheckedAt = new(2026, 3, 20, 9, 0, 0, DateTimeKind.Utc);

    private static readonly SettlementSummary Settlement = new(
        "S-1001", "Amazon EU", "Amazon.de", new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 14), new DateOnly(2026, 3, 16), 418_255, "EUR", "ready", "xero");

    private static readonly TicketDraft Draft = new()
    {
        Reason = Cause.ChannelLinkDropped,
        SalesChannel = "Shopify AU",
        Marketplace = "Shopify",
        SettlementId = "S-77",
        SettlementDate = new DateOnly(2026, 3, 11),
        SettlementFrom = new DateOnly(2026, 3, 8),
        SettlementTo = new DateOnly(2026, 3, 11),
        TriedSteps = ["reconnected Xero"],
        RequestedAction = "reconnect-channel",
    };

    public static IReadOnlyDictionary<string, Reply> All { get; } = new Dictionary<string, Reply>
    {
        ["settlement"] = new Reply.ShowSettlement { Text = "In short.", Settlement = Settlement },
        ["choose"] = new Reply.ChooseSettlement { Text = "In short.", CardId = "c-1", Settlements = [Settlement] },
        ["diagnosis"] = new Reply.ShowDiagnosis
        {
            Text = "In short.",
            Headline = "Two categories have no account",
            Settlement = Settlement,
            Diagnosis = new Diagnosis
            {
                SellerId = "bright-kettle",
                SettlementId = "S-1001",
                CheckedAt = CheckedAt,
                TookMs = 412,
                RootCause = Cause.MappingMissing,
                Findings =
                [
                    Missing("S-1001", "No account for 'FBA fees'", new MappingSuggestion("FBA fees", "404", "INPUT2", new DateOnly(2026, 2, 27), null)),
                    Missing("S-1001", "No account for 'Refunds'", null),
                    Missing("S-1002", "Another settlement lacks one too", null),
                ],
                Checks =
                [
                    new CheckResult(CheckName.AccountingConnection, CheckOutcome.Passed, "Xero answered.", 120),
                    new CheckResult(CheckName.Mappings, CheckOutcome.Failed, "No account for 'Refunds' on Amazon EU.", 3),
                    new CheckResult(CheckName.MultiMonthVat, CheckOutcome.Unknown, "Xero did not answer.", 2000),
                ],
            },
        },
        ["fix"] = new Reply.ShowFix
        {
            Text = "In short.",
            Title = "Choose an account for 'FBA fees'",
            Instructions = ["Open Accounts & Taxes.", "Choose an account."],
            HelpPath = "/help/settlement-will-not-send#mappings",
        },
        ["confirm"] = new Reply.ConfirmTicket { Text = "In short.", CardId = "c-2", Draft = Draft },
        ["note"] = new Reply.ShowNote { Text = "In short.", CardId = "c-3", Note = "Hello,\n\nplease help." },
        ["documents"] = new Reply.ShowDocuments
        {
            Text = "In short.",
            Platform = "quickbooks",
            Documents = [new PostedDocument("LMB-2026-03", new DateOnly(2026, 3, 14), new Uri("https://qbo.intuit.com/app/journal?txnId=1"))],
        },
        ["receipt"] = new Reply.ShowReceipt { Text = "In short.", Reference = "LMB-7K2Q", Draft = Draft, Next = "Somebody answers here." },
        ["transcript"] = new Reply.ShowTranscript { Text = "In short.", IfUnavailable = "There is no page." },
    };

    public static TheoryData<string> Kinds => [.. All.Keys];

    private static IReplyRenderer Renderer { get; } = RendererOf(new Uri("https://support.example.com"));

    public static Activity Render(Reply reply, string locale = "en-GB", string? timeZone = null) =>
        Renderer.Render(reply, new ReplyContext(locale, "user-1") { TimeZone = timeZone });

    public static IReplyRenderer RendererOf(Uri? publicUrl)
    {
        var services = new ServiceCollection()
            .AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>()
            .AddAccounts()
            .AddRendering();
        services.AddSingleton(Options.Create(new XeroOptions { ClientId = "app" }));
        services.Configure<RenderingOptions>(options => options.PublicUrl = publicUrl);
        return services.BuildServiceProvider().GetRequiredKeyedService<IReplyRenderer>(ConversationChannel.WebChat);
    }

    private static Finding Missing(string settlementId, string fact, MappingSuggestion? suggestion) => new()
    {
        Cause = Cause.MappingMissing,
        Step = 2,
        FixedBy = FixedBy.User,
        SettlementId = settlementId,
        Evidence = [new Evidence(fact, CheckedAt)],
        Suggestion = suggestion,
    };
}
