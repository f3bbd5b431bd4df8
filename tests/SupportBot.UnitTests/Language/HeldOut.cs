namespace SupportBot.UnitTests.Language;

/// <summary>Sentences that the recogniser has not learnt, by intent, from <c>HeldOut.txt</c>.</summary>
internal static class HeldOut
{
    public static IReadOnlyList<(string Intent, string Text)> Sentences { get; } = Read();

    private static List<(string Intent, string Text)> Read()
    {
        using var stream = typeof(HeldOut).Assembly.GetManifestResourceStream("Language.HeldOut.txt")!;
        using var reader = new StreamReader(stream);
        var sentences = new List<(string, string)>();
        var intent = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                intent = line[2..];
            }
            else if (line.Length > 0)
            {
                sentences.Add((intent, line));
            }
        }

        return sentences;
    }
}
