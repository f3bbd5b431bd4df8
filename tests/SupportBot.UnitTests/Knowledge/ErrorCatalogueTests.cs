using SupportBot.Knowledge.Articles;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Knowledge.Errors;
using Xunit;

namespace SupportBot.UnitTests.Knowledge;

public sealed class ErrorCatalogueTests
{
    private static readonly ArticleLibrary s_articles = ArticleLibrary.BuiltIn();
    private static readonly ErrorCatalogue s_catalogue = ErrorCatalogue.BuiltIn(s_articles);

    /// <summary>As Link My Books, Xero and QuickBooks word them in the field.</summary>
    [Theory]
    [InlineData("You are not permitted to access this resource. Contact support for further assistance.", Cause.AccountingPermission)]
    [InlineData("The User specified does not have the correct permissions to perform this action", Cause.AccountingPermission)]
    [InlineData("-11014 You do not have access to this company", Cause.AccountingPermission)]
    [InlineData("Refresh OAuth 2 Access token with Refresh Token failed", Cause.AccountingDisconnected)]
    [InlineData("message=AuthenticationFailed; errorCode=003200; statusCode=401", Cause.AccountingDisconnected)]
    [InlineData("Token Refresh In Progress", Cause.PlatformUnavailable)]
    [InlineData("Invalid Company Status: Subscription period has ended or canceled or there was a billing problem", Cause.SubscriptionLapsed)]
    [InlineData("The document date cannot be before the period lock date, currently set at 31 March 2026", Cause.PeriodLocked)]
    [InlineData("the DOCUMENT date cannot be before the end of year lock date, currently set at 2025-12-31", Cause.PeriodLocked)]
    [InlineData("The account period has closed and the account books cannot be updated through the QBO Services API", Cause.PeriodLocked)]
    [InlineData("You have reached the limit of invoices you can approve this month (20)", Cause.PlanLimit)]
    [InlineData("Currency Not Subscribed", Cause.CurrencyUnavailable)]
    [InlineData("Currency Not Available", Cause.CurrencyUnavailable)]
    [InlineData("Organisation is not subscribed to currency SEK", Cause.CurrencyUnavailable)]
    [InlineData("Invoice # must be unique.", Cause.DuplicateDocument)]
    [InlineData("Duplicate Document Number Error : You must specify a different number. This number has already been used. DocNumber=7 is assigned to TxnType=Journal Entry", Cause.DuplicateDocument)]
    [InlineData("Account code '404' has been archived, or has been deleted", Cause.MappingArchived)]
    [InlineData("Account code \u2018404\u2019 is not a valid code for this document", Cause.MappingArchived)]
    [InlineData("Account code '404' has been removed as it does not match a recognised account", Cause.MappingArchived)]
    [InlineData("Account must be valid", Cause.MappingArchived)]
    [InlineData("Invalid Reference Id : Something you're trying to use has been made inactive. Check the fields with accounts.", Cause.MappingArchived)]
    [InlineData("Missing Accounting Codes", Cause.MappingMissing)]
    [InlineData("The TaxType code 'OUTPUT2' cannot be used with account code '404'.", Cause.TaxRateInvalid)]
    [InlineData("The TaxType code INPUT9 does not exist or cannot be used for this type of transaction", Cause.TaxRateInvalid)]
    [InlineData("Tax rate must be valid", Cause.TaxRateInvalid)]
    [InlineData("Make sure all your transactions have a GST rate before you save.", Cause.TaxRateInvalid)]
    [InlineData("The API rate limit for your organisation/application pairing has been exceeded", Cause.PlatformUnavailable)]
    [InlineData("cURL Error 28:   Operation timed\n out", Cause.PlatformUnavailable)]
    [InlineData("message=ThrottleExceeded; errorCode=003001; statusCode=429", Cause.PlatformUnavailable)]
    [InlineData("This settlement is not ready to be sent", Cause.NothingFound)]
    [InlineData("This settlement could not be processed. It will be retried automatically.", Cause.Processing)]
    [InlineData("Amazon reported a total of £1,204.55 but Link My Books calculated £1,204.45", Cause.UnrecognisedError)]
    [InlineData("Debit Credit Balance Error", Cause.UnrecognisedError)]
    [InlineData("Invoice not of valid status for modification", Cause.UnrecognisedError)]
    [InlineData("The contact with the specified contact details has been archived. The contact must be un-archived.", Cause.UnrecognisedError)]
    public void A_known_text_means_its_cause(string text, string cause) => Assert.Equal(cause, s_catalogue.Match(text)?.Error.Cause);

    [Theory]
    [InlineData("Flux capacitor misaligned")]
    [InlineData("")]
    [InlineData("my settlement of 14 March has not arrived")]
    public void Any_other_text_is_not_known(string text) => Assert.Null(s_catalogue.Match(text));

    [Fact]
    public void Every_text_is_found_by_itself_in_any_case()
    {
        foreach (var (text, error) in s_catalogue.Texts)
        {
            var filled = System.Text.RegularExpressions.Regex.Replace(text, @"\{[a-z]+\}", "B 12");
            Assert.Equal((text, error.Cause), (text, s_catalogue.Match($"Error: {filled.ToUpperInvariant()}.")?.Error.Cause));
        }
    }

    [Fact]
    public void What_a_text_names_can_be_read()
    {
        var match = s_catalogue.Match("The TaxType code 'OUTPUT2' cannot be used with account code '404'.");
        Assert.Equal(("OUTPUT2", "404"), (match?.Parts["rate"], match?.Parts["account"]));
    }

    [Theory]
    [InlineData("cause: no-such-cause", 4, "'cause' does not know 'no-such-cause'")]
    [InlineData("step: connection", 6, "no article has a step 'connection' for the cause 'plan-limit'")]
    [InlineData("proof: maybe", 7, "'proof' does not know 'maybe'")]
    [InlineData("fixedBy: everybody", 5, "'fixedBy' does not know 'everybody'")]
    [InlineData("texts: [\"limit of {things}\"]", 8, "'{things}' is no placeholder")]
    [InlineData("texts: [\"{any}\"]", 8, "too few words")]
    [InlineData("texts: []", 8, "at least one of 'texts'")]
    [InlineData("colour: red", 9, "'colour' is not known here")]
    public void A_broken_entry_stops_the_start_with_file_line_and_reason(string line, int at, string reason)
    {
        string[] entry = ["cause: plan-limit", "fixedBy: accounting", "step: plan-limit", "proof: text", "texts: [transaction limit]"];
        var key = line[..line.IndexOf(':', StringComparison.Ordinal)];
        var lines = entry.Any(l => l.StartsWith(key, StringComparison.Ordinal))
            ? entry.Select(l => l.StartsWith(key, StringComparison.Ordinal) ? line : l)
            : entry.Append(line);
        var file = "---\nerrors:\n  # one entry\n  - " + string.Join("\n    ", lines) + "\n";
        var problem = Assert.Single(Assert.Throws<ArticleFormatException>(() => ErrorCatalogueReader.Read("errors.yaml", file, s_articles)).Problems);
        Assert.StartsWith($"errors.yaml:{at}: ", problem.ToString(), StringComparison.Ordinal);
        Assert.Contains(reason, problem.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("errors: []", 1, "has to start with a line of '---'")]
    [InlineData("---\nerrors: []", 2, "there are no 'errors'")]
    [InlineData("---\nerrors: [", 3, "not valid YAML")]
    public void A_file_that_is_no_catalogue_stops_the_start(string file, int line, string reason)
    {
        var problem = Assert.Throws<ArticleFormatException>(() => ErrorCatalogueReader.Read("errors.yaml", file, s_articles)).Problems[0];
        Assert.Equal(line, problem.Line);
        Assert.Contains(reason, problem.Reason, StringComparison.Ordinal);
    }
}
