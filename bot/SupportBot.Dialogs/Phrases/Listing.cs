namespace SupportBot.Dialogs.Phrases;

/// <summary>Several words as one phrase, and sentences out of facts.</summary>
internal static class Listing
{
    public static string Of(IReadOnlyList<string> words, string last = "and") => words switch
    {
        [] => "",
        [var one] => one,
        _ => $"{string.Join(", ", words.Take(words.Count - 1))} {last} {words[^1]}",
    };

    public static string Numbered(IReadOnlyList<string> lines) => string.Join('\n', lines.Index().Select(l => $"{l.Index + 1}. {l.Item}"));

    public static string Sentences(IEnumerable<string> facts) =>
        string.Join(' ', facts.Select(f => f.TrimEnd() is { Length: > 0 } fact && fact[^1] is not ('.' or '!' or '?') ? fact + "." : f.TrimEnd()));

    public static string Paragraphs(params IEnumerable<string?> paragraphs) =>
        string.Join("\n\n", paragraphs.Where(p => !string.IsNullOrWhiteSpace(p)));

    public static string Platform(string platform) => platform == "quickbooks" ? "QuickBooks" : "Xero";
}
