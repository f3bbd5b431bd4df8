using SupportBot.Knowledge.Diagnoses;
using Xunit;

namespace SupportBot.UnitTests.Accounts;

/// <summary>One thing is broken in an account that is otherwise in order: which cause is named, on either platform.</summary>
public sealed class CauseTests
{
    private const string Refused = "You are not permitted to access this resource. Contact support for further assistance.";

    private static readonly CauseStory[] Stories =
    [
        new("in order", Cause.NothingFound, FixedBy.User, null, a => { }),
        new("authorisation revoked", Cause.AccountingDisconnected, FixedBy.User, 1, a => a.Sandbox["authorisation"] = "revoked"),
        new("organisation dropped", Cause.AccountingDisconnected, FixedBy.User, 1, a => a.Sandbox["authorisation"] = "wrong-tenant"),
        new("shown as disconnected", Cause.AccountingDisconnected, FixedBy.User, 1, a => a.Connection["status"] = "disconnected"),
        new("shown as disconnected while the platform is down", Cause.AccountingDisconnected, FixedBy.User, 1, a =>
        {
            a.Connection["status"] = "disconnected";
            a.Sandbox["availability"] = "offline";
        }),
        new("stale access token", Cause.NothingFound, FixedBy.User, null, a => a.Sandbox["authorisation"] = "token-expired"),
        new("subscription ended", Cause.SubscriptionLapsed, FixedBy.Accounting, 1, a => a.Sandbox["subscription"] = "lapsed"),
        new("refused by role", Cause.AccountingPermission, FixedBy.User, null, a => a.Sandbox["authorisation"] = "forbidden"),
        new("last try refused", Cause.AccountingPermission, FixedBy.User, null, a => a.WithError("2026-03-18T10:00:00Z", Refused)),
        new("refused before the reconnect only", Cause.NothingFound, FixedBy.User, null, a => a.WithError("2026-02-28T10:00:00Z", Refused)),
        new("refused before and after the reconnect", Cause.AccountingPermission, FixedBy.Support, null, a =>
        {
            a.WithError("2026-02-28T10:00:00Z", Refused);
            a.Sandbox["authorisation"] = "forbidden";
        }),
        new("platform offline", Cause.PlatformUnavailable, FixedBy.Nobody, null, a => a.Sandbox["availability"] = "offline"),
        new("platform failing", Cause.PlatformUnavailable, FixedBy.Nobody, null, a => a.Sandbox["availability"] = "failing"),
        new("platform limiting calls", Cause.PlatformUnavailable, FixedBy.Nobody, null, a => a.Sandbox["availability"] = "rate-limited"),
        new("platform hanging", Cause.CouldNotCheck, FixedBy.Nobody, null, a => a.Sandbox["availability"] = "slow"),
        new("category without an account", Cause.MappingMissing, FixedBy.User, 2, a => a.Channel["mappings"]![1]!["account"] = null),
        new("category without an entry", Cause.MappingMissing, FixedBy.User, 2, a => a.Channel["mappings"]!.AsArray().RemoveAt(1)),
        new("account archived", Cause.MappingArchived, FixedBy.Accounting, 2, a => a.Sandbox["accounts"]![1]!["status"] = "archived"),
        new("account deleted", Cause.MappingArchived, FixedBy.User, 2, a => a.Sandbox["accounts"]!.AsArray().RemoveAt(1)),
        new("marketplace without a bank account", Cause.BankAccountMissing, FixedBy.User, 3, a => a.Channel["bankAccounts"]![0]!["deposit"] = null),
        new("bank account archived", Cause.BankAccountMissing, FixedBy.User, 3, a => a.Sandbox["accounts"]![2]!["status"] = "archived"),
        new("negative payout without an account", Cause.BankAccountMissing, FixedBy.User, 3, a =>
        {
            a.Settlement["total"] = -12.5;
            a.Channel["bankAccounts"]![0]!["negativePayout"] = null;
        }),
        new("marketplace to be selected", Cause.SelectMarketplace, FixedBy.User, null, a =>
        {
            a.Settlement["status"] = "select-marketplace";
            a.Settlement["marketplace"] = "Unknown";
            a.Channel["mappings"]!.AsArray().Clear();
        }),
        new("error that nobody knows", Cause.UnrecognisedError, FixedBy.Support, null, a => a.WithError("2026-03-18T10:00:00Z", "Flux capacitor misaligned")),
        new("error without a text", Cause.UnrecognisedError, FixedBy.Support, null, a => a.Settlement["status"] = "error"),
        new("error whose reason has gone", Cause.NothingFound, FixedBy.User, null, a =>
        {
            a.Settlement["status"] = "error";
            a.WithError("2026-03-18T10:00:00Z", "Account code '404' has been archived, or has been deleted");
        }),
        new("VAT data on their way", Cause.AwaitingVat, FixedBy.Nobody, null, a => a.Settlement["status"] = "awaiting-vat"),
        new("VAT data overdue", Cause.AwaitingVatOverdue, FixedBy.Support, null, a =>
        {
            a.Settlement["status"] = "awaiting-vat";
            a.Channel["vat"] = new System.Text.Json.Nodes.JsonObject { ["calculationService"] = true };
        }),
        new("processing for an hour", Cause.Processing, FixedBy.Nobody, null, a => a.Status("processing", "2026-03-20T08:00:00Z")),
        new("processing for two days", Cause.ProcessingOverdue, FixedBy.Support, null, a => a.Status("processing", "2026-03-18T08:00:00Z")),
        new("scheduled for two days", Cause.Processing, FixedBy.Nobody, null, a => a.Status("scheduled", "2026-03-18T08:00:00Z")),
        new("scheduled for a week", Cause.ProcessingOverdue, FixedBy.Support, null, a => a.Status("scheduled", "2026-03-13T08:00:00Z")),
        new("sending for ten minutes", Cause.Processing, FixedBy.Nobody, null, a => a.Status("sending", "2026-03-20T08:50:00Z")),
        new("sending for an hour", Cause.StuckSending, FixedBy.Support, null, a => a.Status("sending", "2026-03-20T08:00:00Z")),
        new("sending for an hour while disconnected", Cause.AccountingDisconnected, FixedBy.User, 1, a =>
        {
            a.Status("sending", "2026-03-20T08:00:00Z");
            a.Sandbox["authorisation"] = "revoked";
        }),
        new("locked by the trial", Cause.Locked, FixedBy.Owner, null, a => a.Settlement["status"] = "locked"),
        new("store disconnected while processing", Cause.SalesChannelDisconnected, FixedBy.Owner, null, a =>
        {
            a.Channel["salesConnection"] = "disconnected";
            a.Status("processing", "2026-03-18T08:00:00Z");
        }),
        new("store disconnected but ready", Cause.NothingFound, FixedBy.User, null, a => a.Channel["salesConnection"] = "disconnected"),
        new("one part posted", Cause.PartiallySent, FixedBy.User, null, a => a.Parts("sent", "ready")),
        new("one part posted, the other waiting for VAT", Cause.AwaitingVat, FixedBy.Nobody, null, a => a.Parts("sent", "awaiting-vat")),
        new("tries that do nothing, another channel posted since", Cause.ChannelLinkDropped, FixedBy.Support, 4, a =>
            a.WithSilentTries("2026-03-16T10:00:00Z").WithEbay("2026-03-17T10:00:00Z")),
        new("a try that did nothing, no other channel posted since", Cause.NothingFound, FixedBy.User, null, a =>
            a.WithSilentTries("2026-03-16T10:00:00Z", "2026-03-17T11:00:00Z").WithEbay("2026-03-15T10:00:00Z")),
        new("two tries that did nothing, no other channel", Cause.ChannelLinkDropped, FixedBy.Support, 4, a =>
            a.WithSilentTries("2026-03-16T10:00:00Z", "2026-03-17T10:00:00Z")),
        new("one try that did nothing, no other channel", Cause.NothingFound, FixedBy.User, null, a => a.WithSilentTries("2026-03-16T10:00:00Z")),
        new("tries that do nothing, but the channel posted since", Cause.NothingFound, FixedBy.User, null, a =>
        {
            a.WithSilentTries("2026-03-16T10:00:00Z", "2026-03-17T10:00:00Z").WithEbay("2026-03-18T10:00:00Z");
            a.Sent["sentAt"] = "2026-03-16T12:00:00Z";
        }),
        new("tries that do nothing over a month end", Cause.MultiMonthVat, FixedBy.Support, 5, a =>
        {
            a.WithSilentTries("2026-03-16T10:00:00Z");
            a.Settlement["from"] = "2026-02-20";
        }),
        new("tries that do nothing over a month end, outside Europe", Cause.ChannelLinkDropped, FixedBy.Support, 4, a =>
        {
            a.WithSilentTries("2026-03-16T10:00:00Z", "2026-03-17T10:00:00Z");
            a.Settlement["from"] = "2026-02-20";
            a.Settlement["marketplace"] = "Amazon.com";
            a.Channel["bankAccounts"]![0]!["marketplace"] = "Amazon.com";
        }),
        new("tries that do nothing, with a mapping missing", Cause.MappingMissing, FixedBy.User, 2, a =>
        {
            a.WithSilentTries("2026-03-16T10:00:00Z", "2026-03-17T10:00:00Z");
            a.Channel["mappings"]![1]!["account"] = null;
        }),
        new("tries that do nothing, platform hanging", Cause.CouldNotCheck, FixedBy.Nobody, null, a =>
        {
            a.WithSilentTries("2026-03-16T10:00:00Z", "2026-03-17T10:00:00Z");
            a.Sandbox["availability"] = "slow";
        }),
        new("mapping missing, platform hanging", Cause.MappingMissing, FixedBy.User, 2, a =>
        {
            a.Channel["mappings"]![1]!["account"] = null;
            a.Sandbox["availability"] = "slow";
        }),
        new("waiting for VAT, platform hanging", Cause.AwaitingVat, FixedBy.Nobody, null, a =>
        {
            a.Settlement["status"] = "awaiting-vat";
            a.Sandbox["availability"] = "slow";
        }),
    ];

    public static TheoryData<string, string> Names()
    {
        var data = new TheoryData<string, string>();
        foreach (var story in Stories.Concat(BooksStories.All))
        {
            data.Add(story.Name, "xero");
            data.Add(story.Name, "quickbooks");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_cause_is_named_with_who_can_fix_it(string name, string platform)
    {
        var story = Stories.Concat(BooksStories.All).Single(s => s.Name == name);
        var account = new AccountDraft(platform).With(story.Break);
        var isSlow = account.Sandbox["availability"]?.GetValue<string>() == "slow";
        await using var host = await AccountsHost.StartAsync(account, isSlow ? AccountsHost.ShortLimits : null);

        // Named or not: there is one unsent settlement.
        foreach (var settlement in new[] { null, "S-1" })
        {
            var diagnosis = await host.DiagnoseAsync(settlement);
            Assert.Equal((story.Cause, story.FixedBy, story.Step, "S-1"), (diagnosis.RootCause, diagnosis.Root.FixedBy, diagnosis.Root.Step, diagnosis.SettlementId));
            Assert.NotEmpty(diagnosis.Root.Evidence);
            Assert.True(diagnosis.TookMs < 8000);
        }
    }
}

internal sealed record CauseStory(string Name, string Cause, FixedBy FixedBy, int? Step, Action<AccountDraft> Break);
