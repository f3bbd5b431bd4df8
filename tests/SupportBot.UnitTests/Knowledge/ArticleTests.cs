using System.Reflection;
using SupportBot.Knowledge.Articles;
using SupportBot.Knowledge.Articles.Reading;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Language.Intents;
using Xunit;

namespace SupportBot.UnitTests.Knowledge;

public class ArticleTests
{
    private static readonly ArticleLibrary s_library = ArticleLibrary.BuiltIn();

    private static string Original { get; } = ReadOriginal();

    [Fact]
    public void Every_cause_has_a_remedy()
    {
        Assert.All(Cause.InOrder, c => Assert.NotEmpty(s_library.RemediesFor(c)));
    }

    [Theory]
    [InlineData(1, "connection")]
    [InlineData(2, "mappings")]
    [InlineData(3, "bank-account")]
    [InlineData(4, "channel-link")]
    [InlineData(5, "multi-month")]
    public void Five_steps_stand_in_their_order(int number, string step)
    {
        Assert.Equal(step, s_library.Find("settlement-will-not-send")!.Steps.Single(s => s.Number == number).Id);
    }

    [Fact]
    public void Answers_belong_to_intents_that_are_understood()
    {
        var intents = typeof(Intent).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetValue(null)!).ToHashSet();

        Assert.All(s_library.Articles.SelectMany(a => a.Answers), a => Assert.Contains(a.Intent, intents));
    }

    [Theory]
    [InlineData(Cause.ChannelLinkDropped, "reconnect-channel")]
    [InlineData(Cause.MultiMonthVat, "rerun-vat")]
    [InlineData(Cause.AwaitingVatOverdue, "rerun-vat")]
    [InlineData(Cause.StuckSending, "reset-settlement")]
    [InlineData(Cause.AccountingPermission, "none")]
    public void Support_is_asked_for_what_the_cause_needs(string cause, string action) =>
        Assert.Equal(action, s_library.RemediesFor(cause)[0].Step.Ticket.RequestedAction);

    [Fact]
    public void Every_page_has_an_anchor_for_every_step_and_no_open_placeholders() => Assert.All(s_library.Articles, article =>
    {
        var html = s_library.FindPage(article.Id)!.Html;

        Assert.All(article.Steps, s => Assert.Contains($"id=\"{s.Anchor}\"", html, StringComparison.Ordinal));
        Assert.DoesNotContain("{", html, StringComparison.Ordinal);
    });

    [Fact]
    public void Every_article_leads_to_the_five_steps_and_is_led_to_from_them_or_from_the_messages()
    {
        var entry = s_library.FindPage("settlement-will-not-send")!.Html + s_library.FindPage("error-messages")!.Html;

        Assert.All(s_library.Articles.Where(a => a.Id != "settlement-will-not-send"), a =>
        {
            Assert.Contains("href=\"/help/settlement-will-not-send", s_library.FindPage(a.Id)!.Html, StringComparison.Ordinal);
            Assert.Contains($"href=\"/help/{a.Id}", entry, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Page_has_its_headings()
    {
        var page = s_library.FindPage("settlement-will-not-send")!;

        Assert.Contains(page.Headings, h => h is { Level: 2, Anchor: "connection", Text: "1. The connection to Xero or QuickBooks" });
    }

    [Fact]
    public void Instructions_of_the_front_matter_stand_on_the_page_in_general_words()
    {
        var html = s_library.FindPage("settlement-will-not-send")!.Html;

        Assert.Contains("<li>Open its Action menu and choose Reconnect Xero or QuickBooks.</li>", html, StringComparison.Ordinal);
        Assert.Contains("QuickBooks Bank Accounts", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Markup_in_an_article_reaches_the_page_as_text()
    {
        var article = ArticleReader.Read("settlement-will-not-send.md", Original + "\n<script>alert(1)</script>\n");

        Assert.Contains("&lt;script&gt;", SupportBot.Knowledge.Articles.Rendering.ArticlePage.Of(article).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("causes: [accounting-disconnected]", "causes: [acounting-disconnected]", "'causes' does not know 'acounting-disconnected'")]
    [InlineData("check: mappings", "check: mapping", "'check' does not know 'mapping'")]
    [InlineData("fixedBy: user", "fixedBy: seller", "'fixedBy' does not know 'seller'")]
    [InlineData("roles: [basic, accountant, admin, owner]", "roles: [boss]", "'roles' does not know 'boss'")]
    [InlineData("needs: [salesChannel, settlementDate]", "needs: [shop]", "'needs' does not know 'shop'")]
    [InlineData("requestedAction: rerun-vat", "requestedAction: rerun", "'requestedAction' does not know 'rerun'")]
    [InlineData("- id: mappings", "- id: connection", "'id' connection is used twice")]
    [InlineData("number: 2", "number: 1", "'number' 1 is used twice")]
    [InlineData("number: 2", "number: 6", "has number 6, which is not 1 to 5")]
    [InlineData("number: 2", "number: two", "'number' has to be a whole number, not 'two'")]
    [InlineData("      quickbooks:\n        - In QuickBooks, open Apps and then My apps.", "      sage:\n        - Open it.", "no text for quickbooks")]
    [InlineData("title: Reconnect {platform}", "title: Reconnect {books}", "'{books}' in 'title' cannot be filled in")]
    [InlineData("note: Reconnect to the same", "notes: Reconnect to the same", "'notes' is not known here")]
    [InlineData("version: 2", "", "'version' is missing")]
    [InlineData("steps:", "steps: [", "not valid YAML")]
    [InlineData("anchor: connection", "anchor: conection", "points to the anchor 'conection'")]
    [InlineData("causes: [mapping-missing]", "causes: []", "has to name at least one cause")]
    [InlineData("](#bank-account)", "](#bank)", "the link '#bank' leads nowhere")]
    [InlineData("](#bank-account)", "](javascript:alert)", "may start with '#', '/' or 'https://' only")]
    [InlineData("{{fix: connection}}", "{{fix: conection}}", "no fix 'conection' with instructions")]
    [InlineData("{{fix: connection}}", "See {{fix: connection}}", "an insertion is a line of its own")]
    [InlineData("{#channel-link}", "{#channel-link onclick=x}", "may carry an anchor, but no other attributes")]
    [InlineData("verified: The mapping of {category} is complete.", "", "'verified' is missing or empty")]
    public void Broken_article_is_rejected_with_file_line_and_reason(string text, string broken, string reason)
    {
        var at = Original.IndexOf(text, StringComparison.Ordinal);
        Assert.True(at > 0, "The article does not hold the text to break.");
        var content = Original[..at] + broken + Original[(at + text.Length)..];

        var rejected = Assert.Throws<ArticleFormatException>(() => ArticleReader.Read("settlement-will-not-send.md", content));

        var problem = rejected.Problems.First(p => p.Reason.Contains(reason, StringComparison.Ordinal));
        Assert.Equal("settlement-will-not-send.md", problem.File);
        Assert.Contains($"settlement-will-not-send.md:{problem.Line}: ", rejected.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check: mappings", "check: mapping")]
    [InlineData("](#bank-account)", "](#bank)")]
    [InlineData("{{fix: connection}}", "{{fix: conection}}")]
    public void Problem_names_the_line_on_which_it_stands(string text, string broken)
    {
        var at = Original.IndexOf(text, StringComparison.Ordinal);
        var content = Original[..at] + broken + Original[(at + text.Length)..];

        var rejected = Assert.Throws<ArticleFormatException>(() => ArticleReader.Read("settlement-will-not-send.md", content));

        Assert.Contains(Original[..at].Count(c => c == '\n') + 1, rejected.Problems.Select(p => p.Line));
    }

    [Fact]
    public void File_without_front_matter_is_rejected()
    {
        var rejected = Assert.Throws<ArticleFormatException>(() => ArticleReader.Read("notes.md", "# Notes"));

        Assert.Contains("notes.md:1: the file has to start with front matter", rejected.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Library_that_leaves_a_cause_without_a_step_is_rejected()
    {
        var rejected = Assert.Throws<ArticleFormatException>(() => new ArticleLibrary([.. s_library.Articles.Where(a => a.Id != "locked-trial")]));

        Assert.Contains("no article has a step for the cause 'locked'", rejected.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("](/help/tax-rates)", "](/help/taxes)", "there is no article 'taxes'")]
    [InlineData("](/help/tax-rates)", "](/help/tax-rates#vat)", "no heading of tax-rates.md has {#vat}")]
    public void Link_to_another_article_that_leads_nowhere_is_rejected_with_its_line(string link, string broken, string reason)
    {
        var at = Original.IndexOf(link, StringComparison.Ordinal);
        var article = ArticleReader.Read("settlement-will-not-send.md", Original.Replace(link, broken, StringComparison.Ordinal));

        var rejected = Assert.Throws<ArticleFormatException>(
            () => new ArticleLibrary([article, .. s_library.Articles.Where(a => a.Id != "settlement-will-not-send")]));

        var problem = Assert.Single(rejected.Problems);
        Assert.Contains(reason, problem.Reason, StringComparison.Ordinal);
        Assert.Equal(Original[..at].Count(c => c == '\n') + 1, problem.Line);
    }

    [Fact]
    public void Step_id_that_two_articles_use_is_rejected()
    {
        var locked = s_library.Find("locked-trial")!;
        var twin = s_library.Find("currency")! with { Steps = locked.Steps };

        var rejected = Assert.Throws<ArticleFormatException>(() => new ArticleLibrary([.. s_library.Articles, twin with { Id = "twin" }]));

        Assert.Contains("the step 'locked' stands in", rejected.Message, StringComparison.Ordinal);
    }

    private static string ReadOriginal()
    {
        using var reader = new StreamReader(typeof(ArticleLibrary).Assembly.GetManifestResourceStream("settlement-will-not-send.md")!);
        return reader.ReadToEnd();
    }
}
