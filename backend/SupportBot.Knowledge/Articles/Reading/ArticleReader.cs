using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SupportBot.Knowledge.Articles.Reading;

/// <summary>Reads one file: YAML between two lines of dashes, Markdown below.</summary>
internal static class ArticleReader
{
    public const string Fence = "---";

    /// <exception cref="ArticleFormatException">The file is broken; every problem is named.</exception>
    public static Article Read(string file, string content)
    {
        var log = new ProblemLog(file);
        var article = Read(content, log);
        return article is not null && log.Problems.Count == 0
            ? article
            : throw new ArticleFormatException([.. log.Problems.OrderBy(p => p.Line)]);
    }

    private static Article? Read(string content, ProblemLog log)
    {
        var lines = content.ReplaceLineEndings("\n").Split('\n');
        var end = lines[0].TrimEnd() == Fence ? Array.FindIndex(lines, 1, l => l.TrimEnd() == Fence) : -1;
        if (end < 0)
        {
            log.Add(1, "the file has to start with front matter between two lines of '---'");
            return null;
        }

        if (Root(string.Join('\n', lines[1..end]), log) is not { } front)
        {
            return null;
        }

        var article = new Article(
            front.Text("id"),
            front.Number("version") ?? Missing(log, front, "version"),
            front.Text("title"),
            front.Text("summary"),
            StepReader.Steps(front, log),
            StepReader.Answers(front, log),
            string.Join('\n', lines[(end + 1)..]),
            end + 1);
        front.RejectOthers();
        if (article.Id.Length > 0 && log.File != article.Id + ".md")
        {
            log.Add(front.LineOf("id"), $"the file of the article '{article.Id}' has to be called '{article.Id}.md'");
        }

        BodyValidator.Validate(article, log);
        return article;
    }

    public static FrontMatterSection? Root(string yaml, ProblemLog log)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException broken)
        {
            log.Add(ProblemLog.FileLine(broken.Start), $"this is not valid YAML: {broken.Message}");
            return null;
        }

        if (stream.Documents is [{ RootNode: YamlMappingNode root }])
        {
            return new FrontMatterSection(root, log);
        }

        log.Add(2, "the YAML has to be a group of named values");
        return null;
    }

    private static int Missing(ProblemLog log, FrontMatterSection section, string key)
    {
        log.Add(section.Line, $"'{key}' is missing");
        return 0;
    }
}
