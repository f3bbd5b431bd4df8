namespace SupportBot.Language.Entities.Dates;

/// <summary>Days of a month written out: <c>fourth</c>, <c>twenty-first</c>.</summary>
internal static class OrdinalWords
{
    public const string Pattern =
        "twenty[ -]?(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirty[ -]?first|twentieth|thirtieth"
        + "|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth"
        + "|seventeenth|eighteenth|nineteenth";

    private static readonly Dictionary<string, int> s_days = Days();

    /// <param name="word">The first word of one, lower case.</param>
    public static bool IsOne(string word) => s_days.ContainsKey(word) || word is "twenty" or "thirty";

    public static int Day(string written) =>
        s_days[written.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal)];

    private static Dictionary<string, int> Days()
    {
        string[] small =
        [
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
            "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
        ];
        var days = small.Index().ToDictionary(d => d.Item, d => d.Index + 1, StringComparer.Ordinal);
        foreach (var (index, unit) in small.Take(9).Index())
        {
            days["twenty" + unit] = 20 + index + 1;
        }

        days["thirtieth"] = 30;
        days["thirtyfirst"] = 31;
        return days;
    }
}
