namespace SupportBot.Language.Entities;

/// <summary>Error texts that people paste, from <c>errors.yaml</c>.</summary>
internal sealed class KnownErrors
{
    // What an asterisk may stand for: an amount, a name.
    private const int LongestGap = 60;

    private readonly (string Intent, string[] Parts)[] _errors =
    [
        .. Data.Read("errors.yaml")
            .SelectMany(e => e.Value, (e, text) => (Intent: e.Key, Text: text))
            .OrderByDescending(e => e.Text.Length)
            .Select(e => (e.Intent, e.Text.Split('*'))),
    ];

    /// <summary>The longest known error text in a text; null where there is none.</summary>
    public FoundError? Find(string text)
    {
        foreach (var (intent, parts) in _errors)
        {
            var start = text.IndexOf(parts[0], StringComparison.OrdinalIgnoreCase);
            if (start >= 0 && EndOf(parts, text, start) is { } end)
            {
                return new FoundError(text[start..end], start, intent);
            }
        }

        return null;
    }

    private static int? EndOf(string[] parts, string text, int start)
    {
        var end = start + parts[0].Length;
        foreach (var part in parts.AsSpan(1))
        {
            var gap = text.AsSpan(end, Math.Min(text.Length - end, LongestGap + part.Length)).IndexOf(part, StringComparison.OrdinalIgnoreCase);
            if (gap < 0)
            {
                return null;
            }

            end += gap + part.Length;
        }

        return parts[^1].Length > 0 ? end : SentenceEnd(text, end);
    }

    /// <summary>Where the sentence ends, but not further than a gap may reach.</summary>
    private static int SentenceEnd(string text, int start)
    {
        var rest = text.AsSpan(start, Math.Min(text.Length - start, LongestGap));
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] is '"' or '\n' || (rest[i] is '.' or '!' or '?' && (i + 1 == rest.Length || rest[i + 1] is ' ' or '"' or '\n')))
            {
                return start + i;
            }
        }

        return start + rest.Length;
    }
}

/// <param name="Text">As it stands in the message.</param>
/// <param name="Intent">What an error with this text is about; null for a quotation that we do not know.</param>
internal sealed record FoundError(string Text, int Start, string? Intent);
