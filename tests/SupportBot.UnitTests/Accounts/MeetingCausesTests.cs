using System.Text.Json.Nodes;
using SupportBot.Knowledge.Diagnoses;
using Xunit;

namespace SupportBot.UnitTests.Accounts;

/// <summary>Two problems meet in one account: the one higher in the table is acted on first, and neither is kept quiet.</summary>
public sealed class MeetingCausesTests
{
    private static readonly Dictionary<string, Action<AccountDraft>> Breaks = new()
    {
        [Cause.PartiallySent] = a => a.Parts("sent", "ready"),
        [Cause.PlatformUnavailable] = a => a.Sandbox["availability"] = "offline",
        [Cause.AccountingDisconnected] = a => a.Sandbox["authorisation"] = "revoked",
        [Cause.SubscriptionLapsed] = a => a.Sandbox["subscription"] = "lapsed",
        [Cause.AccountingPermission] = a => a.WithError("2026-03-18T10:00:00Z", "You are not permitted to access this resource"),
        [Cause.PeriodLocked] = a => a.Sandbox["lockDate"] = "2026-03-31",
        [Cause.PlanLimit] = a => a.WithError("2026-03-18T10:00:00Z", "You have reached the limit of invoices you can approve"),
        [Cause.CurrencyUnavailable] = a =>
        {
            a.Settlement["currency"] = "SEK";
            a.Sandbox["currencies"] = new JsonArray("GBP");
        },
        [Cause.DuplicateDocument] = a => a.Documents("INV-1", ("INV-1", "authorised")),
        [Cause.MappingArchived] = a => a.Sandbox["accounts"]![1]!["status"] = "archived",
        [Cause.MappingMissing] = a => a.Channel["mappings"]![0]!["account"] = null,
        [Cause.TaxRateInvalid] = a => a.Channel["mappings"]![1]!["taxRate"] = null,
        [Cause.BankAccountMissing] = a => a.Channel["bankAccounts"]![0]!["deposit"] = null,
        [Cause.SelectMarketplace] = a => a.Settlement["status"] = "select-marketplace",
        [Cause.SalesChannelDisconnected] = a =>
        {
            a.Channel["salesConnection"] = "disconnected";
            a.Settlement["status"] = "error";
        },
        [Cause.UnrecognisedError] = a => a.WithError("2026-03-18T10:00:00Z", "Flux capacitor misaligned"),
        [Cause.AwaitingVat] = a => a.Settlement["status"] = "awaiting-vat",
        [Cause.AwaitingVatOverdue] = a =>
        {
            a.Settlement["status"] = "awaiting-vat";
            a.Channel["vat"] = new JsonObject { ["calculationService"] = true };
        },
        [Cause.Processing] = a => a.Status("processing", "2026-03-20T08:00:00Z"),
        [Cause.ProcessingOverdue] = a => a.Status("processing", "2026-03-18T08:00:00Z"),
        [Cause.ChannelLinkDropped] = a => a.WithSilentTries("2026-03-16T10:00:00Z", "2026-03-17T10:00:00Z"),
        [Cause.MultiMonthVat] = a =>
        {
            a.WithSilentTries("2026-03-16T10:00:00Z");
            a.Settlement["from"] = "2026-02-20";
        },
        [Cause.StuckSending] = a => a.Status("sending", "2026-03-20T08:00:00Z"),
        [Cause.Locked] = a => a.Settlement["status"] = "locked",
    };

    public static TheoryData<string, string> Meetings() => new()
    {
        { Cause.PartiallySent, Cause.PeriodLocked },
        { Cause.PartiallySent, Cause.MappingMissing },
        { Cause.PlatformUnavailable, Cause.MappingMissing },
        { Cause.PlatformUnavailable, Cause.BankAccountMissing },
        { Cause.AccountingDisconnected, Cause.AccountingPermission },
        { Cause.AccountingDisconnected, Cause.MappingMissing },
        { Cause.SubscriptionLapsed, Cause.BankAccountMissing },
        { Cause.AccountingPermission, Cause.PeriodLocked },
        { Cause.PeriodLocked, Cause.PlanLimit },
        { Cause.PlanLimit, Cause.CurrencyUnavailable },
        { Cause.CurrencyUnavailable, Cause.DuplicateDocument },
        { Cause.DuplicateDocument, Cause.MappingArchived },
        { Cause.MappingArchived, Cause.MappingMissing },
        { Cause.MappingMissing, Cause.TaxRateInvalid },
        { Cause.TaxRateInvalid, Cause.BankAccountMissing },
        { Cause.BankAccountMissing, Cause.UnrecognisedError },
        { Cause.SelectMarketplace, Cause.PeriodLocked },
        { Cause.SelectMarketplace, Cause.UnrecognisedError },
        { Cause.SalesChannelDisconnected, Cause.UnrecognisedError },
        { Cause.AwaitingVat, Cause.PeriodLocked },
        { Cause.AwaitingVatOverdue, Cause.MappingMissing },
        { Cause.Processing, Cause.BankAccountMissing },
        { Cause.ProcessingOverdue, Cause.TaxRateInvalid },
        { Cause.ChannelLinkDropped, Cause.PeriodLocked },
        { Cause.MultiMonthVat, Cause.CurrencyUnavailable },
        { Cause.StuckSending, Cause.MappingMissing },
        { Cause.Locked, Cause.CurrencyUnavailable },
    };

    [Theory]
    [MemberData(nameof(Meetings))]
    public async Task The_higher_cause_comes_first_and_the_other_is_told_too(string one, string other)
    {
        foreach (var platform in new[] { "xero", "quickbooks" })
        {
            await using var host = await AccountsHost.StartAsync(new AccountDraft(platform).With(Breaks[one]).With(Breaks[other]));
            var diagnosis = await host.DiagnoseAsync();
            var causes = diagnosis.Findings.Select(f => f.Cause).Distinct().ToArray();
            var order = Cause.InOrder.ToList();
            // A dead connection explains a refusal, so that is not told beside it.
            var expected = (one, other) is (Cause.AccountingDisconnected, Cause.AccountingPermission)
                ? [one]
                : new[] { one, other }.OrderBy(order.IndexOf).ToArray();
            Assert.Equal(expected, causes);
            Assert.Equal(expected[0], diagnosis.RootCause);
            Assert.Equal("S-1", diagnosis.SettlementId);
        }
    }
}
