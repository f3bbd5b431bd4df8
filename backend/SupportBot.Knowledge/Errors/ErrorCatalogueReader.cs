using SupportBot.Knowledge.Articles;
using SupportBot.Knowledge.Articles.Reading;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Knowledge.Errors;

/// <summary>Reads the catalogue of error texts, and rejects what would never match or points nowhere.</summary>
internal static class ErrorCatalogueReader
{
    /// <exception cref="ArticleFormatException">The file is broken; every problem is named with its line.</exception>
    public static ErrorCatalogue Read(string file, string content, ArticleLibrary articles)
    {
        var log = new ProblemLog(file);
        var entries = Entries(content, articles, log);
        return log.Problems.Count == 0
            ? new ErrorCatalogue(entries)
            : throw new ArticleFormatException([.. log.Problems.OrderBy(p => p.Line)]);
    }

    private static List<(KnownError, ErrorPattern)> Entries(string content, ArticleLibrary articles, ProblemLog log)
    {
        List<(KnownError, ErrorPattern)> entries = [];
        var lines = content.ReplaceLineEndings("\n").Split('\n');
        if (lines[0].TrimEnd() != ArticleReader.Fence)
        {
            log.Add(1, "the file has to start with a line of '---'");
            return entries;
        }

        if (ArticleReader.Root(string.Join('\n', lines[1..]), log) is not { } root)
        {
            return entries;
        }

        var sections = root.Sections("errors");
        if (sections.Count == 0)
        {
            log.Add(root.LineOf("errors"), "there are no 'errors'");
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var section in sections)
        {
            var error = Error(section, articles, log);
            entries.AddRange(Patterns(section, seen, log).Select(p => (error, p)));
            section.RejectOthers();
        }

        root.RejectOthers();
        return entries;
    }

    private static KnownError Error(FrontMatterSection section, ArticleLibrary articles, ProblemLog log)
    {
        var cause = StepReader.Known(section, "cause", Cause.InOrder, log);
        var proof = StepReader.Known(section, "proof", ["text", "live"], log);
        var step = section.Optional("step");
        if (step is not null && Cause.InOrder.Contains(cause) && !articles.RemediesFor(cause).Any(r => r.Step.Id == step))
        {
            log.Add(section.LineOf("step"), $"no article has a step '{step}' for the cause '{cause}'");
        }

        return new KnownError(
            cause, StepReader.Fixer(StepReader.Known(section, "fixedBy", StepReader.Fixers, log)), step,
            proof == "live" ? ErrorProof.Live : ErrorProof.Text);
    }

    private static IEnumerable<ErrorPattern> Patterns(FrontMatterSection section, HashSet<string> seen, ProblemLog log)
    {
        var texts = section.Texts("texts");
        if (texts.Count == 0)
        {
            log.Add(section.LineOf("texts"), "an entry needs at least one of 'texts'");
        }

        foreach (var text in texts)
        {
            if (!seen.Add(text))
            {
                log.Add(section.LineOf("texts"), $"'{text}' stands in the file twice");
            }

            ErrorPattern? pattern = null;
            try
            {
                pattern = ErrorPattern.Parse(text);
            }
            catch (FormatException broken)
            {
                log.Add(section.LineOf("texts"), broken.Message);
            }

            if (pattern is not null)
            {
                yield return pattern;
            }
        }
    }
}
