using SupportBot.Knowledge.Diagnoses;
using Xunit;

namespace SupportBot.UnitTests.Accounts;

/// <summary>An error message that the seller pasted counts for the settlement under discussion, unless a newer try went otherwise.</summary>
public sealed class QuotedErrorTests
{
    private const string PlanLimit = "you have reached the LIMIT of invoices you can approve";
    private static readonly DateTime Now = new(2026, 3, 20, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(PlanLimit, Cause.PlanLimit)]
    [InlineData("You are not permitted to access this resource.", Cause.AccountingPermission)]
    [InlineData("Invoice # must be unique.", Cause.DuplicateDocument)]
    [InlineData("Amazon reported a total of 12.00, Link My Books calculated 13.00", Cause.UnrecognisedError)]
    [InlineData("The document date cannot be before the period lock date", Cause.NothingFound)]
    [InlineData("the big blue button on the left", Cause.NothingFound)]
    public async Task A_quoted_text_names_its_cause_and_says_that_it_was_quoted(string text, string cause)
    {
        var diagnosis = await DiagnoseAsync(new AccountDraft(), text, "S-1");
        Assert.Equal((cause, "S-1"), (diagnosis.RootCause, diagnosis.SettlementId));
        Assert.Equal(cause != Cause.NothingFound, diagnosis.Root.Evidence.Any(e => e.Fact.Contains("you quoted", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_only_settlement_is_the_one_that_is_meant()
    {
        Assert.Equal(Cause.PlanLimit, (await DiagnoseAsync(new AccountDraft(), PlanLimit, null)).RootCause);
        Assert.Equal(Cause.NothingFound, (await DiagnoseAsync(new AccountDraft().WithEbay(null), PlanLimit, null)).RootCause);
        Assert.Equal(Cause.AlreadySent, (await DiagnoseAsync(new AccountDraft(), PlanLimit, "S-0")).RootCause);
    }

    [Theory]
    [InlineData("2026-03-19T10:00:00Z", Cause.PlanLimit)]
    [InlineData("2026-03-20T09:00:00Z", Cause.NothingFound)]
    public async Task A_try_that_was_made_since_tells_more(string triedAt, string cause) =>
        Assert.Equal(cause, (await DiagnoseAsync(new AccountDraft().WithSilentTries(triedAt), PlanLimit, "S-1")).RootCause);

    [Fact]
    public async Task A_text_that_is_recorded_too_is_told_once()
    {
        var diagnosis = await DiagnoseAsync(new AccountDraft().WithError("2026-03-18T10:00:00Z", "Error: " + PlanLimit), PlanLimit, "S-1");
        Assert.Single(diagnosis.Findings);
        Assert.Contains("The last try", diagnosis.Root.Evidence[0].Fact, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_quoted_before_the_reconnect_no_longer_counts()
    {
        var account = new AccountDraft();
        account.Connection["connectedAt"] = "2026-03-20T09:30:00Z";
        Assert.Equal(Cause.NothingFound, (await DiagnoseAsync(account, "You are not permitted to access this resource", "S-1")).RootCause);
    }

    private static async Task<Diagnosis> DiagnoseAsync(AccountDraft account, string text, string? settlement)
    {
        await using var host = await AccountsHost.StartAsync(account);
        var report = await host.Runner.RunAsync(
            AccountDraft.SellerId, new DiagnosisScope(settlement) { Quoted = new QuotedError(text, Now) }, CancellationToken.None);
        return report!.Diagnosis;
    }
}
