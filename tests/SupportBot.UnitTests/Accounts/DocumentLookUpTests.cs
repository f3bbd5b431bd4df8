using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;
using SupportBot.Accounts.Accounting;
using Xunit;

namespace SupportBot.UnitTests.Accounts;

/// <summary>Which documents stand in the platform: through the sandbox, and answer by answer.</summary>
public sealed class DocumentLookUpTests
{
    [Theory]
    [InlineData("xero", "A-1 Draft 12.5, it's Posted, V-1 Voided")]
    [InlineData("quickbooks", "A-1 Posted 12.5, it's Posted")]
    public async Task The_sandbox_tells_of_the_documents_that_are_asked_for(string platform, string expected)
    {
        var account = new AccountDraft(platform);
        account.Sandbox["documents"] = new JsonArray(
            new JsonObject { ["number"] = "A-1", ["status"] = "draft", ["total"] = 12.5 },
            new JsonObject { ["number"] = "it's" },
            new JsonObject { ["number"] = "V-1", ["status"] = "voided" },
            new JsonObject { ["number"] = "other" });
        await using var host = await AccountsHost.StartAsync(account);
        var found = await FindAsync(host, platform, ["A-1", "it's", "V-1", "absent"]);
        Assert.Equal(
            expected,
            string.Join(", ", found.Select(d => $"{d.Number} {d.Status} {d.Total}".TrimEnd())));
        Assert.All(found, d => Assert.NotEqual("", d.Id));
    }

    [Theory]
    [InlineData("xero")]
    [InlineData("quickbooks")]
    public async Task What_is_sent_on_the_dashboard_can_be_read_back(string platform)
    {
        var account = new AccountDraft(platform);
        account.Settlement["from"] = "2026-02-20";
        await using var host = await AccountsHost.StartAsync(account);
        Assert.True((await host.Demo.SendAsync(AccountDraft.SellerId, "S-1", CancellationToken.None)).Done);
        var found = await FindAsync(host, platform, ["LMB-20260228-S-1", "LMB-20260315-S-1"]);
        Assert.Equal(
            [("LMB-20260228-S-1", new DateOnly(2026, 2, 28)), ("LMB-20260315-S-1", new DateOnly(2026, 3, 15))],
            found.Select(d => (d.Number, d.Date!.Value)));
    }

    [Fact]
    public async Task A_bill_links_to_the_bills_and_a_paid_invoice_counts_as_posted()
    {
        using var clients = new PlatformClients();
        clients.Http.When("*/Invoices*").Respond("application/json", """
            {"Invoices":[{"InvoiceID":"1f0a","InvoiceNumber":"B-1","Type":"ACCPAY","Status":"PAID","Date":"/Date(1773532800000+0000)/","Total":19.95}]}
            """);
        var document = Assert.Single((await clients.Of("xero").FindDocumentsAsync("t", "tenant", ["b-1"], CancellationToken.None)).Value!);
        Assert.Equal(
            new LedgerDocument("B-1", "1f0a", LedgerDocumentStatus.Posted, new DateOnly(2026, 3, 15), 19.95m, new Uri("https://go.xero.com/AccountsPayable/View.aspx?InvoiceID=1f0a")),
            document);
    }

    [Theory]
    [InlineData("xero")]
    [InlineData("quickbooks")]
    public async Task A_look_up_that_fails_half_way_fails_as_a_whole(string platform)
    {
        using var clients = new PlatformClients();
        var calls = 0;
        clients.Http.When("*").Respond(_ => Interlocked.Increment(ref calls) == 1
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"Invoices":[],"QueryResponse":{}}""") }
            : new HttpResponseMessage(HttpStatusCode.TooManyRequests));
        var numbers = Enumerable.Range(0, 150).Select(i => $"N-{i}").ToArray();
        Assert.IsType<PlatformFailure.RateLimited>((await clients.Of(platform).FindDocumentsAsync("t", "tenant", numbers, CancellationToken.None)).Failure);
    }

    private static async Task<IReadOnlyList<LedgerDocument>> FindAsync(AccountsHost host, string platform, string[] numbers)
    {
        await using var database = await host.DatabaseAsync();
        var connection = await database.BookkeepingConnections.SingleAsync();
        var client = host.Services.GetServices<IAccountingPlatform>().Single(p => p.Platform == connection.Platform);
        var token = await host.Services.GetRequiredService<ConnectionTokens>().GetAsync(connection, CancellationToken.None);
        var found = await client.FindDocumentsAsync(token.Value!, connection.TenantId, numbers, CancellationToken.None);
        Assert.True(found.Succeeded, $"{platform}: {found.Failure}");
        return found.Value;
    }
}
