using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Accounts.Accounting;
using SupportBot.Accounts.Sandbox;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Knowledge.Sending;
using SupportBot.Storage.Accounts;
using Xunit;
using static SupportBot.UnitTests.Accounts.Orders;

namespace SupportBot.UnitTests.Accounts;

/// <summary>From our rows to documents that were read back, against the sandbox platforms.</summary>
public sealed class SendingTests
{
    [Theory]
    [InlineData("xero")]
    [InlineData("quickbooks")]
    public async Task A_settlement_becomes_one_document_and_is_sent_when_it_was_read_back(string platform)
    {
        await using var host = await AccountsHost.StartAsync(new AccountDraft(platform));

        var run = await SendAsync(host);

        Assert.Equal(SendResult.Sent, run.Report.Result);
        Assert.Equal(new SandboxDocument("LMB-20260315-S-1", platform == "xero" ? 910m : 1100m) { Date = new DateOnly(2026, 3, 15) }, Assert.Single(await NewDocumentsAsync(host)));
        await using var database = await host.DatabaseAsync();
        var sent = await database.Settlements.Include(s => s.Attempts).SingleAsync(s => s.Id == "S-1");
        Assert.Equal((SettlementStatus.Sent, "LMB-20260315-S-1", SendOutcome.Sent), (sent.Status, sent.DocumentNumber, Assert.Single(sent.Attempts).Outcome));
        Assert.Equal(Cause.AlreadySent, (await host.DiagnoseAsync("S-1")).RootCause);
    }

    [Theory]
    [InlineData("xero", true)]
    [InlineData("quickbooks", true)]
    [InlineData("xero", false)]
    public async Task A_settlement_over_a_month_end_becomes_a_document_a_month_and_only_the_last_carries_the_payout(string platform, bool listsParts)
    {
        var account = new AccountDraft(platform);
        account.Parts("ready", "ready");
        if (!listsParts)
        {
            account.Settlement.Remove("parts");
        }

        await using var host = await AccountsHost.StartAsync(account);

        var run = await SendAsync(host);

        Assert.Equal(SendResult.Sent, run.Report.Result);
        var documents = await NewDocumentsAsync(host);
        Assert.Equal([("LMB-20260228-S-1", new DateOnly(2026, 2, 28)), ("LMB-20260315-S-1", new DateOnly(2026, 3, 15))], documents.Select(d => (d.Number, d.Date!.Value)));
        if (platform == "xero")
        {
            Assert.Equal([0m, 910m], documents.Select(d => d.Total!.Value));
        }

        await using var database = await host.DatabaseAsync();
        Assert.Equal(
            [("2026-02", SettlementStatus.Sent, "LMB-20260228-S-1"), ("2026-03", SettlementStatus.Sent, "LMB-20260315-S-1")],
            await database.SettlementParts.OrderBy(p => p.Month).Select(p => ValueTuple.Create(p.Month, p.Status, p.DocumentNumber!)).ToListAsync());
    }

    [Theory]
    [InlineData("xero", "before")]
    [InlineData("xero", "after")]
    [InlineData("xero", "answer")]
    [InlineData("quickbooks", "before")]
    [InlineData("quickbooks", "after")]
    [InlineData("quickbooks", "answer")]
    public async Task A_post_that_broke_off_is_finished_by_the_next_run_of_the_order_with_one_document(string platform, string where)
    {
        var account = new AccountDraft(platform);
        account.Parts("ready", "ready");
        await using var host = await AccountsHost.StartAsync(account, services => Break(services, platform, new PostingFaults(where, count: 2)));

        Assert.Equal(SendResult.Unclear, (await SendAsync(host)).Report.Result);
        Assert.Equal(SendResult.Unclear, (await SendAsync(host)).Report.Result);
        Assert.Equal(SendResult.Sent, (await SendAsync(host)).Report.Result);

        Assert.Equal(["LMB-20260228-S-1", "LMB-20260315-S-1"], (await NewDocumentsAsync(host)).Select(d => d.Number));
    }

    [Fact]
    public async Task A_run_that_is_killed_after_the_intent_is_finished_by_the_next()
    {
        var account = new AccountDraft();
        account.Parts("ready", "ready");
        await using var host = await AccountsHost.StartAsync(account);
        var steps = 0;

        await Assert.ThrowsAsync<OperationCanceledException>(() => Sender(host).SendAsync(
            Order(), async (_, changes) =>
            {
                await CommitAsync(host, changes);
                if (++steps == 2)
                {
                    throw new OperationCanceledException();
                }
            },
            CancellationToken.None));
        var run = await SendAsync(host);

        Assert.Equal(SendResult.Sent, run.Report.Result);
        Assert.Equal(2, (await NewDocumentsAsync(host)).Count);
    }

    [Fact]
    public async Task What_one_order_has_begun_no_other_order_takes_over()
    {
        await using var host = await AccountsHost.StartAsync(new AccountDraft(), services => Break(services, "xero", new PostingFaults("before", count: 1)));
        Assert.Equal(SendResult.Unclear, (await SendAsync(host)).Report.Result);

        var other = await SendAsync(host, key: "order-2");

        Assert.Equal((SendResult.NotReady, null), (other.Report.Result, other.Changes));
        Assert.Empty(await NewDocumentsAsync(host));
        Assert.Equal(SendResult.Sent, (await SendAsync(host)).Report.Result);
    }

    [Fact]
    public async Task A_send_that_began_elsewhere_is_left_alone_though_its_number_is_recorded()
    {
        var account = new AccountDraft();
        account.Settlement["status"] = "sending";
        account.Settlement["documentNumber"] = "LMB-20260315-S-1";
        await using var host = await AccountsHost.StartAsync(account);

        var run = await SendAsync(host);

        Assert.Equal((SendResult.NotReady, null), (run.Report.Result, run.Changes));
        Assert.Empty(await NewDocumentsAsync(host));
    }

    [Theory]
    [InlineData("xero", """{ "lockDate": "2026-03-31" }""", Cause.PeriodLocked)]
    [InlineData("quickbooks", """{ "lockDate": "2026-03-31" }""", Cause.PeriodLocked)]
    [InlineData("xero", """{ "invoiceLimitReached": true }""", Cause.PlanLimit)]
    [InlineData("quickbooks", """{ "invoiceLimitReached": true }""", Cause.PlanLimit)]
    [InlineData("xero", """{ "baseCurrency": "USD", "currencies": ["USD"] }""", Cause.CurrencyUnavailable)]
    [InlineData("quickbooks", """{ "baseCurrency": "USD", "currencies": ["USD"] }""", Cause.CurrencyUnavailable)]
    [InlineData("xero", """{ "taxRates": [ { "code": "OUTPUT2" }, { "code": "INPUT2", "status": "archived" } ] }""", Cause.TaxRateInvalid)]
    [InlineData("quickbooks", """{ "taxRates": [ { "code": "OUTPUT2" }, { "code": "INPUT2", "status": "archived" } ] }""", Cause.TaxRateInvalid)]
    [InlineData("xero", """{ "authorisation": "forbidden" }""", Cause.AccountingPermission)]
    [InlineData("quickbooks", """{ "subscription": "lapsed" }""", Cause.SubscriptionLapsed)]
    public async Task What_the_platform_refuses_is_not_sent_and_its_cause_can_be_diagnosed(string platform, string sandbox, string cause)
    {
        var account = new AccountDraft(platform);
        foreach (var (name, value) in JsonNode.Parse(sandbox)!.AsObject())
        {
            account.Sandbox[name] = value!.DeepClone();
        }

        await using var host = await AccountsHost.StartAsync(account);

        var run = await SendAsync(host);

        Assert.Equal(SendResult.Refused, run.Report.Result);
        Assert.False(string.IsNullOrWhiteSpace(run.Report.Error));
        Assert.Empty(await NewDocumentsAsync(host));
        Assert.Equal(cause, (await host.DiagnoseAsync()).RootCause);
        await using var database = await host.DatabaseAsync();
        var left = await database.Settlements.Include(s => s.Attempts).SingleAsync(s => s.Id == "S-1");
        Assert.Equal((SettlementStatus.Ready, null, SendOutcome.Error), (left.Status, left.DocumentNumber, Assert.Single(left.Attempts).Outcome));
    }

    [Fact]
    public async Task A_document_of_somebody_else_with_the_same_number_is_left_alone()
    {
        var account = new AccountDraft();
        account.Sandbox["documents"] = new JsonArray(new JsonObject { ["number"] = "LMB-20260315-S-1", ["total"] = 910 });
        await using var host = await AccountsHost.StartAsync(account);

        var run = await SendAsync(host);

        Assert.Equal((SendResult.AlreadyThere, null), (run.Report.Result, run.Changes));
    }

    [Fact]
    public async Task What_the_platform_swallows_counts_as_nothing()
    {
        var account = new AccountDraft();
        account.Channel["sandbox"] = new JsonObject { ["linkDropped"] = true };
        await using var host = await AccountsHost.StartAsync(account);

        var run = await SendAsync(host);

        Assert.Equal(SendResult.Nothing, run.Report.Result);
        await using var database = await host.DatabaseAsync();
        Assert.Equal((SendOutcome.Nothing, null), await database.SendAttempts.Select(a => ValueTuple.Create(a.Outcome, a.Error)).SingleAsync());
    }

    [Theory]
    [InlineData("processing")]
    [InlineData("sending")]
    [InlineData("awaiting-vat")]
    [InlineData("hidden")]
    public async Task A_settlement_that_is_not_ready_is_not_sent(string status)
    {
        var account = new AccountDraft();
        account.Settlement["status"] = status;
        await using var host = await AccountsHost.StartAsync(account);

        var run = await SendAsync(host);

        Assert.Equal((SendResult.NotReady, null), (run.Report.Result, run.Changes));
        Assert.Empty(await NewDocumentsAsync(host));
    }

    [Fact]
    public async Task Two_orders_for_one_settlement_make_one_document()
    {
        await using var host = await AccountsHost.StartAsync(new AccountDraft());
        await SendAsync(host);

        var second = await SendAsync(host, key: "another");

        Assert.Equal((SendResult.AlreadySent, null), (second.Report.Result, second.Changes));
        Assert.Single(await NewDocumentsAsync(host));
    }

    [Fact]
    public async Task What_stands_where_is_unknown_when_the_platform_cannot_be_read()
    {
        var account = new AccountDraft();
        account.Parts("sent", "error");
        account.Sandbox["availability"] = "offline";
        await using var host = await AccountsHost.StartAsync(account);

        var report = await Sender(host).LookAsync(AccountDraft.SellerId, "S-1", CancellationToken.None);

        Assert.All(report!.Parts, p => Assert.Null(p.Stands));
    }

    private static void Break(IServiceCollection services, string platform, PostingFaults faults) =>
        services.AddHttpClient(platform == "xero" ? AccountingHttpClients.Xero : AccountingHttpClients.QuickBooks).AddHttpMessageHandler(() => faults);
}
