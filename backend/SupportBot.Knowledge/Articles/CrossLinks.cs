using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SupportBot.Knowledge.Articles.Rendering;

namespace SupportBot.Knowledge.Articles;

/// <summary>Links from one article to another: both the article and the heading have to be there.</summary>
internal static class CrossLinks
{
    private const string HelpPath = "/help/";

    public static IEnumerable<ArticleProblem> Problems(IReadOnlyList<Article> articles)
    {
        var parsed = articles.Select(a => (Article: a, Body: ArticleMarkdown.Parse(a.Body))).ToList();
        var anchors = parsed.ToLookup(p => p.Article.Id, p => Anchors(p.Body));
        foreach (var (article, body) in parsed)
        {
            foreach (var link in body.Descendants<LinkInline>().Where(l => l.Url?.StartsWith(HelpPath, StringComparison.Ordinal) == true))
            {
                var target = link.Url![HelpPath.Length..].Split('#', 2);
                var line = article.LinesBefore + link.Line + 1;
                if (!anchors.Contains(target[0]))
                {
                    yield return new ArticleProblem(article.Id + ".md", line, $"the link '{link.Url}' leads nowhere: there is no article '{target[0]}'");
                }
                else if (target.Length == 2 && !anchors[target[0]].First().Contains(target[1]))
                {
                    yield return new ArticleProblem(article.Id + ".md", line, $"the link '{link.Url}' leads nowhere: no heading of {target[0]}.md has {{#{target[1]}}}");
                }
            }
        }
    }

    private static HashSet<string> Anchors(MarkdownDocument body) => [.. body.Descendants<HeadingBlock>().Select(h => h.TryGetAttributes()?.Id).OfType<string>()];
}
