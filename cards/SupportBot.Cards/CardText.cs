using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SupportBot.Cards;

/// <summary>
/// Keeps words of unknown origin from breaking a card. Every text property of an element passes through here, so that
/// no card can forget it. Markup needs no escaping: user-derived words stand in <see cref="Elements.RichTextBlock"/>,
/// which no client reads as Markdown.
/// </summary>
internal static partial class CardText
{
    /// <summary>Removes what is invisible and harmful, and cuts to <paramref name="longest"/> characters without splitting one.</summary>
    public static string Clean(string text, int longest)
    {
        // A pasted book is not read to its end; the rest makes up for what is removed.
        var beginning = text.Length > longest * 2 ? text[..(longest * 2)] : text;
        var readable = new StringBuilder(beginning.Length);
        foreach (var rune in beginning.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (IsReadable(rune))
            {
                readable.Append(rune);
            }
        }

        return Shorten(TimeFunction().Replace(readable.ToString(), "{ {"), longest);
    }

    public static string OneLine(string text, int longest) => Clean(text, longest).Replace('\n', ' ');

    private static string Shorten(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var kept = 0;
        while (true)
        {
            var next = StringInfo.GetNextTextElementLength(text, kept);
            if (kept + next > longest - 1)
            {
                return string.Concat(text.AsSpan(0, kept).TrimEnd(), "…");
            }

            kept += next;
        }
    }

    // Direction overrides make a text read differently from what it says.
    private static bool IsReadable(Rune rune) =>
        rune.Value is '\n' or '\t'
        || (!Rune.IsControl(rune) && rune.Value is not (>= 0x202A and <= 0x202E) and not (>= 0x2066 and <= 0x2069));

    // Clients replace {{DATE(…)}} and {{TIME(…)}} in any text of a card.
    [GeneratedRegex(@"\{\{(?=(DATE|TIME)\()")]
    private static partial Regex TimeFunction();
}
