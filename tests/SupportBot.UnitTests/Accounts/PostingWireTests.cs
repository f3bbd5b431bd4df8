using System.Net;
using System.Text.Json.Nodes;
using RichardSzalay.MockHttp;
using SupportBot.Accounts.Accounting;
using Xunit;

namespace SupportBot.UnitTests.Accounts;

/// <summary>What goes over the wire when a document is posted, and what its answers mean.</summary>
public sealed class PostingWireTests
{
    private static readonly NewDocument s_document = new()
    {
        Number = "LMB-20260315-S-1",
        Date = new DateOnly(2026, 3, 15),
        Currency = "GBP",
        Contact = "Amazon.co.uk",
        Reference = "S-1",
        BankAccount = "1010",
        Lines = [new("Sales", "200", "OUTPUT2", 110000), new("FBA fees", "404", "INPUT2", -19000)],
    };

    [Fact]
    public async Task Xero_gets_an_approved_sales_invoice_with_the_key_in_its_header()
    {
        using var clients = new PlatformClients();
        var (body, request) = await CaptureAsync(clients, "xero", s_document, "*/Invoices*", """{"Invoices":[{"InvoiceID":"1","InvoiceNumber":"LMB-20260315-S-1"}]}""");

        Assert.Equal(HttpMethod.Put, request.Method);
        Assert.Equal("key-1", Assert.Single(request.Headers.GetValues("Idempotency-Key")));
        Assert.Equal("tenant", Assert.Single(request.Headers.GetValues("xero-tenant-id")));
        var invoice = body["Invoices"]![0]!;
        Assert.Equal(("ACCREC", "AUTHORISED", "LMB-20260315-S-1", "S-1", "2026-03-15"), ((string?)invoice["Type"], (string?)invoice["Status"], (string?)invoice["InvoiceNumber"], (string?)invoice["Reference"], (string?)invoice["Date"]));
        Assert.Equal([1100m, -190m], invoice["LineItems"]!.AsArray().Select(l => (decimal)l!["UnitAmount"]!));
    }

    [Fact]
    public async Task Xero_gets_a_bill_with_its_signs_turned_when_the_total_is_negative()
    {
        using var clients = new PlatformClients();
        var negative = s_document with { Lines = [new("Sales", "200", "OUTPUT2", 1000), new("FBA fees", "404", "INPUT2", -4000)] };
        var (body, _) = await CaptureAsync(clients, "xero", negative, "*/Invoices*", """{"Invoices":[{"InvoiceID":"1"}]}""");

        var invoice = body["Invoices"]![0]!;
        Assert.Equal("ACCPAY", (string?)invoice["Type"]);
        Assert.Equal([-10m, 40m], invoice["LineItems"]!.AsArray().Select(l => (decimal)l!["UnitAmount"]!));
    }

    [Fact]
    public async Task QuickBooks_gets_a_balanced_journal_with_its_own_account_ids_and_the_request_id()
    {
        using var clients = new PlatformClients();
        clients.Http.When("*/query*").Respond(
            "application/json", """{"QueryResponse":{"Account":[{"Id":"71","AcctNum":"200"},{"Id":"72","AcctNum":"404"},{"Id":"73","AcctNum":"1010"}]}}""");
        var (body, request) = await CaptureAsync(clients, "quickbooks", s_document, "*/journalentry*", """{"JournalEntry":{"Id":"9","DocNumber":"LMB-20260315-S-1"}}""");

        Assert.Contains("requestid=key-1", request.RequestUri!.Query, StringComparison.Ordinal);
        var lines = body["Line"]!.AsArray().Select(l => (
            Type: (string)l!["JournalEntryLineDetail"]!["PostingType"]!, Account: (string)l["JournalEntryLineDetail"]!["AccountRef"]!["value"]!, Amount: (decimal)l["Amount"]!)).ToList();
        Assert.Equal([("Credit", "71", 1100m), ("Debit", "72", 190m), ("Debit", "73", 910m)], lines);
        Assert.Equal(lines.Where(l => l.Type == "Debit").Sum(l => l.Amount), lines.Where(l => l.Type == "Credit").Sum(l => l.Amount));
    }

    [Theory]
    [InlineData("""{"Invoices":[{"InvoiceID":"1","HasErrors":true,"ValidationErrors":[{"Message":"Invoice # must be unique."}]}]}""", "Invoice # must be unique.")]
    [InlineData("""{"Invoices":[{"InvoiceID":"1","StatusAttributeString":"ERROR"}]}""", "Xero turned the document down and gave no reason.")]
    public async Task An_element_with_errors_in_a_200_of_Xero_is_a_refusal(string answer, string text)
    {
        using var clients = new PlatformClients();
        clients.Http.When("*").Respond("application/json", answer);

        var posted = await clients.Of("xero").PostDocumentAsync("t", "tenant", s_document, "key-1", CancellationToken.None);

        Assert.Equal(text, Assert.IsType<PlatformFailure.Rejected>(posted.Failure).Text);
    }

    [Theory]
    [InlineData(200, """{"Fault":{"Error":[{"Message":"Duplicate Document Number Error","Detail":"DocNumber=1","code":"6140"}],"type":"ValidationFault"}}""", "Duplicate Document Number Error DocNumber=1")]
    [InlineData(400, """{"fault":{"error":[{"message":"Business Validation Error","detail":"The books are closed","code":"6210"}],"type":"VALIDATION"}}""", "Business Validation Error The books are closed")]
    public async Task Both_shapes_of_fault_in_QuickBooks_are_refusals(int status, string answer, string text)
    {
        using var clients = new PlatformClients();
        clients.Http.When("*/query*").Respond("application/json", """{"QueryResponse":{}}""");
        clients.Http.When("*/journalentry*").Respond((HttpStatusCode)status, "application/json", answer);

        var posted = await clients.Of("quickbooks").PostDocumentAsync("t", "tenant", s_document, "key-1", CancellationToken.None);

        Assert.Equal(text, Assert.IsType<PlatformFailure.Rejected>(posted.Failure).Text);
    }

    [Theory]
    [InlineData("xero")]
    [InlineData("quickbooks")]
    public async Task A_post_is_never_repeated_by_the_client(string platform)
    {
        using var clients = new PlatformClients();
        var posts = 0;
        clients.Http.When("*/query*").Respond("application/json", """{"QueryResponse":{}}""");
        clients.Http.When("*").Respond(_ =>
        {
            posts++;
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        });

        var posted = await clients.Of(platform).PostDocumentAsync("t", "tenant", s_document, "key-1", CancellationToken.None);

        Assert.IsType<PlatformFailure.Offline>(posted.Failure);
        Assert.Equal(1, posts);
    }

    private static async Task<(JsonNode Body, HttpRequestMessage Request)> CaptureAsync(
        PlatformClients clients, string platform, NewDocument document, string address, string answer)
    {
        HttpRequestMessage? seen = null;
        JsonNode? body = null;
        clients.Http.When(address).Respond(async request =>
        {
            (seen, body) = (request, JsonNode.Parse(await request.Content!.ReadAsStringAsync()));
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer) };
        });
        var posted = await clients.Of(platform).PostDocumentAsync("t", "tenant", document, "key-1", CancellationToken.None);
        Assert.True(posted.Succeeded, $"{posted.Failure}");
        return (body!, seen!);
    }
}
