using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.UnitTests.Dialogs;

/// <summary>Accounts as a check run would report them.</summary>
internal static class Reports
{
    public static readonly DateTime Now = new(2026, 3, 20, 9, 0, 0, DateTimeKind.Utc);

    public static SettlementSummary Settlement(
        string id = "S-1", string channel = "Amazon UK", string marketplace = "Amazon.co.uk", string status = "ready", int day = 14) =>
        new(id, channel, marketplace, new DateOnly(2026, 3, 1), new DateOnly(2026, 3, day), null, 123456, "GBP", status, "xero");

    public static Finding Finding(string cause, FixedBy fixedBy = FixedBy.User, string fact = "Seen in the account", SettlementSummary? of = null) => new()
    {
        Cause = cause,
        FixedBy = fixedBy,
        Channel = (of ??= Settlement()).Channel,
        Marketplace = of.Marketplace,
        SettlementId = of.Id,
        From = of.From,
        To = of.To,
        Evidence = [new Evidence(fact, Now)],
    };

    public static AccountReport Of(params Finding[] findings) => Of([Settlement()], findings);

    public static AccountReport Of(IReadOnlyList<SettlementSummary> unsent, params Finding[] findings) => new(
        new Diagnosis
        {
            SellerId = "bright-kettle",
            SettlementId = findings[0].SettlementId,
            CheckedAt = Now,
            TookMs = 12,
            RootCause = findings[0].Cause,
            Findings = findings,
            Checks = [.. CheckName.All.Select(c => new CheckResult(c, CheckOutcome.Passed, "fine", 1))],
        },
        unsent,
        unsent.FirstOrDefault(s => s.Id == findings[0].SettlementId),
        "xero");

    public static AccountReport With(this AccountReport report, string check, CheckOutcome outcome) => report with
    {
        Diagnosis = report.Diagnosis with
        {
            Checks = [.. report.Diagnosis.Checks.Select(c => c.Check == check ? c with { Outcome = outcome } : c)],
        },
    };

    public static AccountReport Disconnected() => Of(Finding(Cause.AccountingDisconnected, fact: "Xero refused the stored authorisation"));

    public static AccountReport MissingMapping(params string[] categories) => Of([.. categories.Select(c =>
        Finding(Cause.MappingMissing, fact: $"No account for '{c}'") with
        {
            Suggestion = new MappingSuggestion(c, "404", "INPUT2", new DateOnly(2026, 2, 17), true),
            SuggestedAccountName = "Freight & courier",
        })]);

    public static AccountReport LinkDropped() => Of(
        [Settlement("WW-1", "Shopify AU", "Shopify", day: 11)],
        Finding(Cause.ChannelLinkDropped, FixedBy.Support, "Sent 3 times without an error", Settlement("WW-1", "Shopify AU", "Shopify", day: 11)));

    public static AccountReport Ready() => Of(Finding(Cause.NothingFound));

    public static AccountReport Sent()
    {
        var sent = Settlement(status: "sent");
        return Of([sent], Finding(Cause.AlreadySent, FixedBy.Nobody, "Sent on 20 March 2026 as INV-0042", sent)) with { Unsent = [], Subject = sent };
    }

    public static AccountReport NoSettlements() => Of([], Finding(Cause.NothingFound, fact: "There is no settlement here that could be sent") with { SettlementId = null });


    public static AccountReport CouldNotCheck() =>
        Of(Finding(Cause.CouldNotCheck, FixedBy.Nobody, "Xero did not answer in time")).With(CheckName.Mappings, CheckOutcome.Unknown);

    public static AccountReport AwaitingVat() => Of(Finding(Cause.AwaitingVat, FixedBy.Nobody, "Waiting for Amazon's VAT report") with
    {
        WaitUntil = new DateTime(2026, 4, 7, 23, 59, 59, DateTimeKind.Utc),
    });
}
