using System.Text.Encodings.Web;

namespace SupportBot.Host.Help;

/// <summary>A help article as a page that needs no script. The form posts <c>helpful</c> (yes, no) and <c>comment</c>.</summary>
/// <param name="ArticleId">As in the page's address.</param>
/// <param name="BodyHtml">The article's trusted HTML, without its title.</param>
/// <param name="Thanked">The reader has just answered the question at the end.</param>
internal sealed record HelpPage(string ArticleId, string Title, string BodyHtml, bool Thanked)
{
    /// <summary>The longest comment that the form takes.</summary>
    public const int MaxCommentLength = 2000;

    public IResult ToResult() => TypedResults.Content(ToHtml(), "text/html; charset=utf-8");

    public string ToHtml()
    {
        var title = HtmlEncoder.Default.Encode(Title);
        return $"""
            <!doctype html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title} – Link My Books help</title>
            <link rel="stylesheet" href="/help.css">
            </head>
            <body>
            <header><p>Link My Books <span>Help</span></p></header>
            <main>
            <article>
            <h1>{title}</h1>
            {BodyHtml}
            </article>
            <section id="feedback" aria-labelledby="feedback-title">
            {(Thanked ? Thanks : Question(Uri.EscapeDataString(ArticleId)))}
            </section>
            </main>
            </body>
            </html>
            """;
    }

    private const string Thanks = """
        <h2 id="feedback-title">Thank you</h2>
        <p role="status">Your answer helps us to improve this article. If your settlement still will not send, open the chat with the blue icon in Link My Books: it can look at your account, and a person is always available there.</p>
        """;

    private static string Question(string articleId) => $"""
        <h2 id="feedback-title">Did this answer your question?</h2>
        <form method="post" action="/help/{articleId}/feedback">
        <label for="comment">Anything to add? <span>(optional)</span></label>
        <textarea id="comment" name="comment" rows="3" maxlength="{MaxCommentLength}"></textarea>
        <p><button name="helpful" value="yes">Yes, it did</button> <button name="helpful" value="no">No, not yet</button></p>
        </form>
        """;
}
