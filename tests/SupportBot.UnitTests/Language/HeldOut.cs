namespace SupportBot.UnitTests.Language;

/// <summary>Sentences that the recogniser has not learnt, by intent: two collections, written apart from each other.</summary>
internal static class HeldOut
{
    public static IReadOnlyList<(string Intent, string Text)> Sentences { get; } = Read("HeldOut.txt");

    /// <summary>Hasty, misspelt, lower case: as people type into a chat.</summary>
    public static IReadOnlyList<(string Intent, string Text)> Everyday { get; } = Read("Everyday.txt");

    public static IEnumerable<string> Lines(string file)
    {
        using var stream = typeof(HeldOut).Assembly.GetManifestResourceStream("Language." + file)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                yield return line;
            }
        }
    }

    private static List<(string Intent, string Text)> Read(string file)
    {
        var sentences = new List<(string, string)>();
        var intent = "";
        foreach (var line in Lines(file))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                intent = line[2..];
            }
            else
            {
                sentences.Add((intent, line));
            }
        }

        return sentences;
    }
}
