using Microsoft.Extensions.DependencyInjection;
using SupportBot.Accounts.Checks;
using SupportBot.Accounts.Diagnoses;
using SupportBot.Knowledge.Diagnoses;
using Xunit;

namespace SupportBot.UnitTests.Accounts;

public sealed class DiagnosisTests
{
    [Theory]
    [InlineData("no-such-seller", null, null)]
    [InlineData(AccountDraft.SellerId, "no-such-settlement", null)]
    [InlineData(AccountDraft.SellerId, null, "no such channel")]
    [InlineData(AccountDraft.SellerId, "S-1", "eBay UK")]
    public async Task What_does_not_exist_has_no_diagnosis(string seller, string? settlement, string? channel)
    {
        await using var host = await AccountsHost.StartAsync(new AccountDraft().WithEbay(null));
        Assert.Null(await host.Runner.RunAsync(seller, new DiagnosisScope(settlement, channel), CancellationToken.None));
    }

    [Fact]
    public async Task The_oldest_settlement_stands_for_equal_causes()
    {
        var account = new AccountDraft()
            .WithSettlement("S-9", s => s["to"] = "2026-03-10")
            .WithSettlement("S-8", s => (s["from"], s["to"]) = ("2026-03-01", "2026-03-10"));
        account.Channel["mappings"]![0]!["account"] = null;
        await using var host = await AccountsHost.StartAsync(account);
        var diagnosis = await host.DiagnoseAsync();
        Assert.Equal((Cause.MappingMissing, "S-8"), (diagnosis.RootCause, diagnosis.SettlementId));
        Assert.Equal(["S-8", "S-9", "S-1"], (await ReportAsync(host)).Unsent.Select(s => s.Id));
    }

    [Fact]
    public async Task What_merely_waits_does_not_hide_the_problem_of_another_settlement()
    {
        var account = new AccountDraft().WithSettlement("S-2", s => (s["status"], s["statusSince"], s["to"]) = ("processing", "2026-03-20T08:00:00Z", "2026-03-10"));
        account.Status("sending", "2026-03-20T07:00:00Z");
        await using var host = await AccountsHost.StartAsync(account);
        var diagnosis = await host.DiagnoseAsync();
        Assert.Equal((Cause.StuckSending, "S-1"), (diagnosis.RootCause, diagnosis.SettlementId));
        Assert.Equal([Cause.Processing, Cause.StuckSending], diagnosis.Findings.Select(f => f.Cause));
    }

    [Fact]
    public async Task A_settlement_that_waits_is_the_answer_where_the_others_are_in_order()
    {
        await using var host = await AccountsHost.StartAsync(new AccountDraft().WithSettlement("S-2", s => s["status"] = "awaiting-vat"));
        var diagnosis = await host.DiagnoseAsync();
        Assert.Equal((Cause.AwaitingVat, "S-2"), (diagnosis.RootCause, diagnosis.SettlementId));
        Assert.Equal(Cause.NothingFound, (await host.DiagnoseAsync("S-1")).RootCause);
    }

    [Fact]
    public async Task A_named_settlement_that_was_sent_is_already_sent_even_while_disconnected()
    {
        var account = new AccountDraft();
        account.Sandbox["authorisation"] = "revoked";
        await using var host = await AccountsHost.StartAsync(account);
        var diagnosis = await host.DiagnoseAsync("S-0");
        Assert.Equal((Cause.AlreadySent, "S-0"), (diagnosis.RootCause, diagnosis.SettlementId));
        Assert.Equal([Cause.AlreadySent, Cause.AccountingDisconnected], diagnosis.Findings.Select(f => f.Cause));
    }

    [Fact]
    public async Task A_dead_connection_is_the_cause_even_when_nothing_is_unsent()
    {
        var account = new AccountDraft().WithSecondConnection("quickbooks", "revoked");
        account.Settlement["status"] = "hidden";
        await using var host = await AccountsHost.StartAsync(account);
        var report = await ReportAsync(host);
        Assert.Equal((Cause.AccountingDisconnected, null), (report.Diagnosis.RootCause, report.Diagnosis.SettlementId));
        Assert.Equal("quickbooks", report.Platform);
        Assert.DoesNotContain(report.Diagnosis.Findings, f => f.Cause == Cause.AlreadySent);
    }

    [Fact]
    public async Task Everything_sent_is_the_answer_when_nothing_is_unsent()
    {
        var account = new AccountDraft();
        account.Settlement["status"] = "hidden";
        await using var host = await AccountsHost.StartAsync(account);
        var report = await ReportAsync(host);
        Assert.Equal((Cause.AlreadySent, "S-0"), (report.Diagnosis.RootCause, report.Diagnosis.SettlementId));
        Assert.Equal("S-0", report.Subject?.Id);
        Assert.Equal(Cause.NothingFound, (await host.DiagnoseAsync("S-1")).RootCause);
    }

    [Fact]
    public async Task An_account_without_any_settlement_has_nothing_found()
    {
        var account = new AccountDraft();
        account.Channel["settlements"]!.AsArray().Clear();
        await using var host = await AccountsHost.StartAsync(account);
        var diagnosis = await host.DiagnoseAsync();
        Assert.Equal((Cause.NothingFound, null), (diagnosis.RootCause, diagnosis.SettlementId));
    }

    [Fact]
    public async Task A_scope_asks_only_its_own_connection()
    {
        var account = new AccountDraft().WithSecondConnection("xero", "revoked").WithEbay(null, "second");
        await using var host = await AccountsHost.StartAsync(account);
        Assert.Equal(Cause.NothingFound, (await host.DiagnoseAsync("S-1")).RootCause);
        Assert.Equal(Cause.NothingFound, (await host.DiagnoseAsync(channel: "amazon uk")).RootCause);
        Assert.Equal(Cause.AccountingDisconnected, (await host.DiagnoseAsync(channel: "eBay UK")).RootCause);
        var all = await host.DiagnoseAsync();
        Assert.Equal((Cause.AccountingDisconnected, "E-1", "eBay UK"), (all.RootCause, all.SettlementId, all.Root.Channel));
    }

    [Theory]
    [InlineData("xero", true)]
    [InlineData("xero", false)]
    [InlineData("quickbooks", true)]
    [InlineData("quickbooks", false)]
    public async Task What_a_dead_connection_could_not_be_asked_is_unknown_and_never_passed(string platform, bool isShown)
    {
        var account = new AccountDraft(platform);
        if (isShown)
        {
            account.Connection["status"] = "disconnected";
        }
        else
        {
            account.Sandbox["authorisation"] = "revoked";
        }

        await using var host = await AccountsHost.StartAsync(account);
        var diagnosis = await host.DiagnoseAsync();

        Assert.Equal(Cause.AccountingDisconnected, diagnosis.RootCause);
        string[] ofThePlatform =
        [
            CheckName.Permission, CheckName.Mappings, CheckName.TaxRates, CheckName.BankAccount, CheckName.PeriodLock, CheckName.PlanLimit, CheckName.Currency,
            CheckName.DuplicateDocument,
        ];
        Assert.All(diagnosis.Checks.Where(c => ofThePlatform.Contains(c.Check)), c => Assert.Equal((c.Check, CheckOutcome.Unknown), (c.Check, c.Outcome)));
    }

    [Fact]
    public async Task A_platform_that_limits_calls_says_until_when()
    {
        var account = new AccountDraft("quickbooks");
        (account.Sandbox["availability"], account.Sandbox["retryAfterSeconds"]) = ("rate-limited", 300);
        await using var host = await AccountsHost.StartAsync(account);
        var diagnosis = await host.DiagnoseAsync();
        Assert.Equal(new DateTime(2026, 3, 20, 9, 5, 0, DateTimeKind.Utc), diagnosis.Root.WaitUntil);
        Assert.Equal(CheckOutcome.Unknown, diagnosis.Checks.Single(c => c.Check == "accounting-connection").Outcome);
    }

    [Theory]
    [InlineData(true, false, "2026-03-19T23:59:59Z")]
    [InlineData(false, false, "2026-04-05T23:59:59Z")]
    [InlineData(false, true, "2026-04-07T23:59:59Z")]
    public async Task VAT_data_are_awaited_until_the_end_of_the_due_day(bool calculationService, bool merchantFulfilled, string due)
    {
        var account = new AccountDraft();
        account.Settlement["status"] = "awaiting-vat";
        account.Channel["vat"] = new System.Text.Json.Nodes.JsonObject { ["calculationService"] = calculationService, ["merchantFulfilled"] = merchantFulfilled };
        var at = DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture);
        await using (var lastSecond = await AccountsHost.StartAsync(account.At(at)))
        {
            var finding = (await lastSecond.DiagnoseAsync()).Root;
            Assert.Equal((Cause.AwaitingVat, at.UtcDateTime), (finding.Cause, finding.WaitUntil));
        }

        await using var nextDay = await AccountsHost.StartAsync(account.At(at.AddSeconds(1)));
        Assert.Equal(Cause.AwaitingVatOverdue, (await nextDay.DiagnoseAsync()).RootCause);
    }

    [Fact]
    public async Task Seller_is_told_where_a_category_posted_last()
    {
        var account = new AccountDraft();
        account.Channel["mappings"]![1]!["account"] = null;
        account.Channel["settlements"]!.AsArray().Add(account.Sent.DeepClone().With("id", "S-7").With("sentAt", "2026-03-01T08:00:00Z").With("marketplace", "Amazon.de"));
        account.Sandbox["accounts"]![1]!["status"] = "archived";
        await using var host = await AccountsHost.StartAsync(account);
        // The same marketplace's posting counts before a newer one of another marketplace.
        var root = (await host.DiagnoseAsync()).Root;
        Assert.Equal(new MappingSuggestion("FBA fees", "404", "INPUT2", new DateOnly(2026, 2, 17), false), root.Suggestion);
        Assert.Equal("Fees", root.SuggestedAccountName);
    }

    [Fact]
    public async Task A_suggestion_comes_from_the_channel_where_the_marketplace_has_none()
    {
        var account = new AccountDraft();
        account.Channel["mappings"]![1]!["account"] = null;
        account.Settlement["marketplace"] = "Amazon.de";
        account.Sandbox["availability"] = "offline";
        await using var host = await AccountsHost.StartAsync(account);
        var missing = (await host.DiagnoseAsync()).Findings.Single(f => f.Cause == Cause.MappingMissing);
        Assert.Equal(new MappingSuggestion("FBA fees", "404", "INPUT2", new DateOnly(2026, 2, 17), null), missing.Suggestion);
        Assert.Null(missing.SuggestedAccountName);
    }

    [Fact]
    public async Task A_mapping_of_the_marketplace_wins_and_an_empty_one_falls_back_to_the_channel()
    {
        var account = new AccountDraft();
        account.Channel["mappings"]!.AsArray().Add(new System.Text.Json.Nodes.JsonObject { ["category"] = "FBA fees", ["marketplace"] = "Amazon.co.uk", ["account"] = "" });
        account.Channel["mappings"]!.AsArray().Add(new System.Text.Json.Nodes.JsonObject { ["category"] = "Sales", ["marketplace"] = "Amazon.co.uk", ["account"] = "999", ["taxRate"] = "OUTPUT2" });
        await using var host = await AccountsHost.StartAsync(account);
        var diagnosis = await host.DiagnoseAsync();
        Assert.Equal(Cause.MappingArchived, diagnosis.RootCause);
        Assert.Contains("999", diagnosis.Root.Evidence[0].Fact, StringComparison.Ordinal);
        Assert.Single(diagnosis.Findings);
    }

    [Fact]
    public async Task A_hanging_platform_leaves_its_checks_unknown_and_the_diagnosis_in_time()
    {
        var account = new AccountDraft();
        account.Sandbox["availability"] = "slow";
        await using var host = await AccountsHost.StartAsync(
            account, services => services.AddSingleton(Microsoft.Extensions.Options.Options.Create(new DiagnosisOptions { CheckTimeLimit = TimeSpan.FromMilliseconds(300) })));
        var diagnosis = await host.DiagnoseAsync();
        Assert.Equal(Cause.CouldNotCheck, diagnosis.RootCause);
        Assert.Equal(
            ["accounting-connection", "accounting-permission", "period-lock", "plan-limit", "currency", "duplicate-document", "mappings", "tax-rates", "bank-account"],
            diagnosis.Checks.Where(c => c.Outcome == CheckOutcome.Unknown).Select(c => c.Check));
        Assert.True(diagnosis.TookMs < 4000, "the client's own limit would have come later");
    }

    [Fact]
    public async Task A_connection_that_hangs_takes_nothing_from_the_others()
    {
        var account = new AccountDraft().WithSecondConnection("quickbooks").WithEbay(null, "second").WithSecondConnection("xero");
        var connections = account.Seller["bookkeeping"]!.AsArray();
        connections[2]!["id"] = "third";
        account.Seller["channels"]!.AsArray().Add(account.Seller["channels"]![1]!.DeepClone().With("name", "eBay DE").With("bookkeeping", "third"));
        account.Seller["channels"]![2]!["settlements"]![0]!["id"] = "E-2";
        (account.Sandbox["availability"], connections[1]!["sandbox"]!["availability"]) = ("slow", "slow");
        connections[2]!["sandbox"]!["lockDate"] = "2026-03-31";
        // The clients themselves would wait for longer than a check may take.
        await using var host = await AccountsHost.StartAsync(account, services =>
            services.AddSingleton(Microsoft.Extensions.Options.Options.Create(new DiagnosisOptions { CheckTimeLimit = TimeSpan.FromSeconds(4) })));
        var diagnosis = await host.DiagnoseAsync();
        Assert.Equal((Cause.PeriodLocked, "E-2"), (diagnosis.RootCause, diagnosis.SettlementId));
        Assert.Contains(diagnosis.Checks, c => c.Outcome == CheckOutcome.Unknown);
    }

    [Fact]
    public async Task A_sign_that_proves_nothing_yet_leaves_its_check_unknown()
    {
        var account = new AccountDraft().WithSilentTries("2026-03-16T10:00:00Z", "2026-03-17T10:00:00Z");
        account.Channel["mappings"]![1]!["account"] = null;
        await using var host = await AccountsHost.StartAsync(account);
        var checks = (await host.DiagnoseAsync()).Checks;
        Assert.Equal(
            [("mappings", CheckOutcome.Failed), ("channel-link", CheckOutcome.Unknown)],
            checks.Where(c => c.Outcome != CheckOutcome.Passed).Select(c => (c.Check, c.Outcome)));
    }

    [Fact]
    public async Task A_check_that_breaks_is_unknown_and_takes_nothing_away_from_the_others()
    {
        var account = new AccountDraft();
        account.Channel["mappings"]![1]!["account"] = null;
        await using var host = await AccountsHost.StartAsync(account, services => services.AddSingleton<ICheck, BrokenCheck>());
        var report = await host.Runner.RunAsync(AccountDraft.SellerId, DiagnosisScope.Everything, CancellationToken.None);
        Assert.Equal(Cause.MappingMissing, report!.Diagnosis.RootCause);
        Assert.Equal(CheckOutcome.Unknown, report.Diagnosis.Checks.Single(c => c.Check == "broken").Outcome);
    }

    private static async Task<AccountReport> ReportAsync(AccountsHost host) =>
        (await host.Runner.RunAsync(AccountDraft.SellerId, DiagnosisScope.Everything, CancellationToken.None))!;

    private sealed class BrokenCheck : ICheck
    {
        public string Name => "broken";

        public Task<CheckReport> RunAsync(Examination examination, CancellationToken cancellationToken) => throw new InvalidOperationException("broken on purpose");
    }
}
