using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SupportBot.Knowledge.Articles.Rendering;

/// <summary>An article as HTML: the part of a page between its title and the feedback question.</summary>
/// <param name="Html">Safe to place in a page as it is; every heading has an <c>id</c>.</param>
/// <param name="Headings">For a table of contents.</param>
public sealed record ArticlePage(string Id, int Version, string Title, string Summary, string Html, IReadOnlyList<ArticleHeading> Headings)
{
    internal static ArticlePage Of(Article article)
    {
        var document = ArticleMarkdown.Parse(Insertions.Expand(article));
        var headings = document.Descendants<HeadingBlock>()
            .Select(h => new ArticleHeading(h.Level, h.GetAttributes().Id ?? "", Words(h)))
            .ToList();
        return new ArticlePage(article.Id, article.Version, article.Title, article.Summary, ArticleMarkdown.ToHtml(document), headings);
    }

    private static string Words(HeadingBlock heading) =>
        string.Concat(heading.Inline?.Descendants<LiteralInline>().Select(l => l.Content.ToString()) ?? []).Trim();
}

/// <param name="Level">2 for the parts of an article, 3 below them.</param>
public sealed record ArticleHeading(int Level, string Anchor, string Text);
