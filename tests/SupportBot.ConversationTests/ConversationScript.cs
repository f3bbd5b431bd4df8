namespace SupportBot.ConversationTests;

/// <summary>
/// A conversation written down as text: one line, one thing. <c>CONTRIBUTING.md</c> lists the words. A line that does not begin
/// with a known word stops the test.
/// </summary>
internal sealed record ConversationScript(string Name, IReadOnlyList<ScriptLine> Lines)
{
    public static ConversationScript Read(string path) => new(
        Path.GetFileNameWithoutExtension(path),
        [.. File.ReadAllLines(path)
            .Select((text, index) => (Text: text.Trim(), Number: index + 1))
            .Where(line => line.Text.Length > 0 && line.Text[0] != '#')
            .Select(line => ScriptLine.Read(line.Number, line.Text))]);
}

/// <param name="Word">What is done or looked at: <c>&gt;</c> says, <c>&lt;</c> expects …</param>
internal sealed record ScriptLine(int Number, string Word, string Rest)
{
    public static ScriptLine Read(int number, string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? new ScriptLine(number, text, "") : new ScriptLine(number, text[..space], text[(space + 1)..].Trim());
    }

    /// <summary><c>name=value</c> pairs divided by commas.</summary>
    public static IReadOnlyDictionary<string, string> Pairs(string text) => text
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim());
}
