using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SupportBot.Knowledge.Articles.Rendering;

namespace SupportBot.Knowledge.Articles.Reading;

/// <summary>Finds what would not work on the page: dead anchors, unknown insertions, markup that is not let through.</summary>
internal static class BodyValidator
{
    public static void Validate(Article article, ProblemLog log)
    {
        var linesBefore = article.LinesBefore;
        var document = ArticleMarkdown.Parse(article.Body);
        var anchors = document.Descendants<HeadingBlock>().Select(h => h.TryGetAttributes()?.Id).OfType<string>().ToHashSet();
        foreach (var (id, anchor) in article.Steps.Select(s => (s.Id, s.Anchor)).Concat(article.Answers.Select(a => (a.Id, a.Anchor))))
        {
            if (!anchors.Contains(anchor))
            {
                log.Add(linesBefore + 1, $"'{id}' points to the anchor '{anchor}', but no heading has {{#{anchor}}}");
            }
        }

        foreach (var link in document.Descendants<LinkInline>())
        {
            CheckLink(link, anchors, linesBefore, log);
        }

        foreach (var block in document.Descendants().Where(o => o.TryGetAttributes()?.Properties is { Count: > 0 }))
        {
            log.Add(linesBefore + block.Line + 1, "a heading may carry an anchor, but no other attributes");
        }

        foreach (var (line, problem) in Insertions.Problems(article))
        {
            log.Add(linesBefore + line, problem);
        }
    }

    private static void CheckLink(LinkInline link, HashSet<string> anchors, int linesBefore, ProblemLog log)
    {
        var url = link.Url ?? "";
        var line = linesBefore + link.Line + 1;
        if (url.StartsWith('#'))
        {
            if (!anchors.Contains(url[1..]))
            {
                log.Add(line, $"the link '{url}' leads nowhere: no heading has {{{url}}}");
            }
        }
        else if (!url.StartsWith("https://", StringComparison.Ordinal) && !url.StartsWith('/'))
        {
            log.Add(line, $"the link '{url}' may start with '#', '/' or 'https://' only");
        }
    }
}
