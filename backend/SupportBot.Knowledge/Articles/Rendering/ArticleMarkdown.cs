using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Syntax;

namespace SupportBot.Knowledge.Articles.Rendering;

/// <summary>The Markdown that articles are written in: no raw HTML, anchors on headings.</summary>
internal static class ArticleMarkdown
{
    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UsePreciseSourceLocation()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .UseGenericAttributes()
        .Build();

    public static MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, s_pipeline);

    public static string ToHtml(MarkdownDocument document) => document.ToHtml(s_pipeline);
}
