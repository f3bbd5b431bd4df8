namespace SupportBot.Knowledge.Articles.Reading;

/// <summary>Reads the instructions per platform, and the words in braces.</summary>
internal static class InstructionReader
{
    public static PlatformText? Read(FrontMatterSection step, ProblemLog log)
    {
        if (step.Section("instructions") is not { } section)
        {
            return null;
        }

        var both = section.Texts("both");
        var xero = section.Texts("xero");
        var quickBooks = section.Texts("quickbooks");
        section.RejectOthers();
        if (both.Count > 0)
        {
            if (xero.Count + quickBooks.Count > 0)
            {
                log.Add(section.Line, "'instructions' has either 'both', or 'xero' and 'quickbooks'");
            }

            return new PlatformText(both, both);
        }

        if (xero.Count == 0)
        {
            log.Add(section.Line, "'instructions' has no text for xero");
        }

        if (quickBooks.Count == 0)
        {
            log.Add(section.Line, "'instructions' has no text for quickbooks");
        }

        return new PlatformText(xero, quickBooks);
    }

    public static void RejectUnknownWords(FrontMatterSection step, ProblemLog log)
    {
        foreach (var (key, text, line) in step.AllTexts())
        {
            var unknown = Placeholders.In(text)
                .Where(w => !Placeholders.InGeneral.ContainsKey(w) && !(w == Placeholders.Until && key == "messageUntil"));
            foreach (var word in unknown)
            {
                log.Add(line, $"'{{{word}}}' in '{key}' cannot be filled in; it may be {string.Join(", ", Placeholders.InGeneral.Keys)}");
            }
        }
    }
}
