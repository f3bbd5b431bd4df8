using System.Globalization;
using System.Text;

namespace SupportBot.Channels.WebChat.Files;

/// <summary>Makes a name that can be shown and saved safely out of what a browser called the file.</summary>
internal static class FileName
{
    private const int MaxLength = 120;

    /// <summary>The last part of the given path without what could mislead or break a header, ending as its kind demands.</summary>
    public static string For(string? claimed, FileKind kind)
    {
        var lastPart = (claimed ?? "").Split('/', '\\')[^1];
        var name = new StringBuilder();
        foreach (var rune in lastPart.EnumerateRunes().Where(IsHarmless).Take(MaxLength))
        {
            name.Append(rune);
        }

        var safe = name.ToString().Trim(' ', '.');
        if (safe.Length == 0)
        {
            safe = "file";
        }

        return kind.Extensions.Any(extension => safe.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            ? safe
            : safe + kind.Extensions[0];
    }

    /// <summary>Format characters can turn a name's direction around, so that it seems to end otherwise than it does.</summary>
    private static bool IsHarmless(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && rune.Value is not ('"' or '<' or '>' or ':' or '|' or '?' or '*' or 0xFFFD);
}
