namespace SupportBot.Turns.Conversations;

/// <summary>A time zone as a client names it, if there is one of that name.</summary>
public static class KnownTimeZone
{
    private const int LongestId = 64;

    /// <summary>The same id; null where this machine knows no such time zone.</summary>
    /// <param name="id">IANA, such as <c>Europe/London</c>.</param>
    public static string? Of(string? id) => id is { Length: > 0 and <= LongestId }
        // The name becomes the name of a file where zones are files.
        && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '_' or '+' or '-')
        && TimeZoneInfo.TryFindSystemTimeZoneById(id, out _)
            ? id
            : null;
}
