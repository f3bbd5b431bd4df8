using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SupportBot.Knowledge.Articles.Rendering;

/// <summary>
/// A line <c>{{fix: step-id}}</c> or <c>{{answer: answer-id}}</c> of the body stands for the instructions of the front
/// matter, so that page and dialog cannot say different things.
/// </summary>
internal static partial class Insertions
{
    public static string Expand(Article article) =>
        string.Join('\n', article.Body.Split('\n').Select(l => Line().Match(l) is { Success: true } m ? Expand(article, m) : l));

    /// <summary>Insertions of something that is not there, with their 1-based line in the body.</summary>
    public static IEnumerable<(int Line, string Problem)> Problems(Article article)
    {
        foreach (var (number, line) in article.Body.Split('\n').Index())
        {
            if (!line.Contains("{{", StringComparison.Ordinal))
            {
                continue;
            }

            var match = Line().Match(line);
            if (!match.Success)
            {
                yield return (number + 1, "an insertion is a line of its own: {{fix: step}} or {{answer: answer}}");
            }
            else if (Find(article, match).Text is null)
            {
                yield return (number + 1, $"no {match.Groups[1].Value} '{match.Groups[2].Value}' with instructions stands in the front matter");
            }
        }
    }

    private static string Expand(Article article, Match match)
    {
        var (text, note) = Find(article, match);
        if (text is null)
        {
            return "";
        }

        var markdown = new StringBuilder();
        if (text.SameForBoth)
        {
            AppendList(markdown, text.Xero);
        }
        else
        {
            markdown.Append("\n**With Xero**\n");
            AppendList(markdown, text.Xero);
            markdown.Append("\n**With QuickBooks**\n");
            AppendList(markdown, text.QuickBooks);
        }

        return note is null ? markdown.ToString() : markdown.Append("\n> ").Append(InGeneral(note)).Append('\n').ToString();
    }

    private static void AppendList(StringBuilder markdown, IReadOnlyList<string> instructions)
    {
        markdown.Append('\n');
        foreach (var (number, instruction) in instructions.Index())
        {
            markdown.Append(CultureInfo.InvariantCulture, $"{number + 1}. {InGeneral(instruction)}\n");
        }
    }

    private static (PlatformText? Text, string? Note) Find(Article article, Match match)
    {
        if (match.Groups[1].Value == "fix")
        {
            var step = article.FindStep(match.Groups[2].Value);
            return (step?.Instructions, step?.Note);
        }

        var answer = article.Answers.FirstOrDefault(a => a.Id == match.Groups[2].Value);
        return (answer?.Instructions, answer?.Note);
    }

    private static string InGeneral(string text) => Placeholders.Fill(text, Placeholders.InGeneral);

    [GeneratedRegex(@"^\{\{(fix|answer): ([a-z0-9-]+)\}\}\s*$")]
    private static partial Regex Line();
}
