using System.Net;
using RichardSzalay.MockHttp;
using SupportBot.Accounts.Accounting;
using Xunit;

namespace SupportBot.UnitTests.Accounts;

/// <summary>Lock dates, currencies and tax rates as the platforms word them.</summary>
public sealed class BooksReadTests
{
    [Theory]
    [InlineData("""{"CurrencyPrefs":{"MultiCurrencyEnabled":false,"HomeCurrency":{"value":"USD"}}}""", "USD", "", null)]
    [InlineData("""{"CurrencyPrefs":{"MultiCurrencyEnabled":true,"HomeCurrency":{"value":"USD"}},"AccountingInfoPrefs":{"BookCloseDate":"2026-02-28"}}""", "USD", "CAD", "2026-02-28")]
    [InlineData("{}", null, "", null)]
    public async Task QuickBooks_tells_of_currencies_and_closing_date_in_its_preferences(string preferences, string? home, string others, string? closed)
    {
        using var clients = new PlatformClients();
        clients.Http.When("*/preferences*").Respond("application/json", $$"""{"Preferences":{{preferences}},"time":"2026-03-20T09:00:00Z"}""");
        clients.Http.When("*/query*").Respond("application/json", """{"QueryResponse":{"CompanyCurrency":[{"Code":"CAD","Active":true}]}}""");
        var books = (await clients.Of("quickbooks").ReadBooksAsync("token", "realm", CancellationToken.None)).Value;
        Assert.NotNull(books);
        Assert.Equal((home, others, closed), (books.BaseCurrency, string.Join(',', books.Currencies), books.LockDate?.ToString("O", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("GBP", true)]
    [InlineData("eur", true)]
    [InlineData("SEK", false)]
    public void The_base_currency_and_those_that_are_listed_are_taken(string currency, bool isTaken) =>
        Assert.Equal(isTaken, new LedgerBooks(null, "GBP", ["EUR"]).Takes(currency));

    [Theory]
    [InlineData("xero", "{}")]
    [InlineData("quickbooks", "{}")]
    [InlineData("quickbooks", "<html></html>")]
    public async Task Books_that_cannot_be_read_are_no_empty_books(string platform, string body)
    {
        using var clients = new PlatformClients();
        clients.Http.When("*").Respond(HttpStatusCode.OK, "application/json", body);
        Assert.IsType<PlatformFailure.Unreadable>((await clients.Of(platform).ReadBooksAsync("token", "tenant", CancellationToken.None)).Failure);
    }

    [Fact]
    public async Task Xero_tells_which_accounts_must_not_carry_a_rate()
    {
        using var clients = new PlatformClients();
        clients.Http.When("*/TaxRates").Respond("application/json", """
            {"TaxRates":[{"TaxType":"INPUT2","Name":"20% (VAT on Expenses)","Status":"ACTIVE","CanApplyToRevenue":false,"CanApplyToExpenses":true},{"TaxType":"OLD","Name":"Old","Status":"DELETED"}]}
            """);
        var rates = (await clients.Of("xero").ReadTaxRatesAsync("token", "tenant", CancellationToken.None)).Value!;
        var rate = LedgerTaxRate.Find(rates, "input2")!;
        Assert.False(rate.AppliesTo(new LedgerAccount("200", "Sales", true) { Class = "REVENUE" }));
        Assert.True(rate.AppliesTo(new LedgerAccount("404", "Fees", true) { Class = "EXPENSE" }));
        Assert.True(rate.AppliesTo(new LedgerAccount("404", "Fees", true)));
        Assert.Same(rate, LedgerTaxRate.Find(rates, "20% (vat on expenses)"));
        Assert.False(LedgerTaxRate.Find(rates, "OLD")!.Active);
    }
}
