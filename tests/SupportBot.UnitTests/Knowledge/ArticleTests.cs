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

    [Fact]
    public void Page_has_an_anchor_for_every_step_and_no_open_placeholders()
    {
        var page = s_library.FindPage("settlement-will-not-send")!;

        Assert.All(s_library.Find(page.Id)!.Steps, s => Assert.Contains($"id=\"{s.Anchor}\"", page.Html, StringComparison.Ordinal));
        Assert.DoesNotContain("{", page.Html, StringComparison.Ordinal);
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
    [InlineData("roles: [admin, owner]", "roles: [boss]", "'roles' does not know 'boss'")]
    [InlineData("needs: [salesChannel, settlementDate]", "needs: [shop]", "'needs' does not know 'shop'")]
    [InlineData("requestedAction: rerun-vat", "requestedAction: rerun", "'requestedAction' does not know 'rerun'")]
    [InlineData("- id: mappings", "- id: connection", "'id' connection is used twice")]
    [InlineData("number: 2", "number: 1", "'number' 1 is used twice")]
    [InlineData("number: 2", "number: 6", "has number 6, which is not 1 to 5")]
    [InlineData("number: 2", "number: two", "'number' has to be a whole number, not 'two'")]
    [InlineData("      quickbooks:\n        - In QuickBooks, open Apps and then My apps.", "      sage:\n        - Open it.", "no text for quickbooks")]
    [InlineData("title: Reconnect {platform}", "title: Reconnect {books}", "'{books}' in 'title' cannot be filled in")]
    [InlineData("note: Reconnect to the same", "notes: Reconnect to the same", "'notes' is not known here")]
    [InlineData("version: 1", "", "'version' is missing")]
    [InlineData("steps:", "steps: [", "not valid YAML")]
    [InlineData("anchor: mappings", "anchor: mapings", "points to the anchor 'mapings'")]
    [InlineData("](#stuck-sending)", "](#stuck)", "the link '#stuck' leads nowhere")]
    [InlineData("](#stuck-sending)", "](javascript:alert)", "may start with '#', '/' or 'https://' only")]
    [InlineData("{{fix: connection}}", "{{fix: conection}}", "no fix 'conection' with instructions")]
    [InlineData("{{fix: connection}}", "See {{fix: connection}}", "an insertion is a line of its own")]
    [InlineData("{#waiting}", "{#waiting onclick=x}", "may carry an anchor, but no other attributes")]
    [InlineData("verified: All parts of this settlement are in {platform}.", "", "'verified' is missing or empty")]
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
    [InlineData("](#stuck-sending)", "](#stuck)")]
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
        var article = ArticleReader.Read("settlement-will-not-send.md", Original);
        var poorer = article with { Steps = [.. article.Steps.Where(s => s.Id != "locked")] };

        var rejected = Assert.Throws<ArticleFormatException>(() => new ArticleLibrary([poorer]));

        Assert.Contains("no article has a step for the cause 'locked'", rejected.Message, StringComparison.Ordinal);
    }

    private static string ReadOriginal()
    {
        using var reader = new StreamReader(typeof(ArticleLibrary).Assembly.GetManifestResourceStream("settlement-will-not-send.md")!);
        return reader.ReadToEnd();
    }
}
