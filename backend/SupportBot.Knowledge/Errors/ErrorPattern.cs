using System.Text;
using System.Text.RegularExpressions;

namespace SupportBot.Knowledge.Errors;

/// <summary>One error text with placeholders, to be found anywhere in another text.</summary>
internal sealed partial class ErrorPattern
{
    private static readonly TimeSpan s_longestSearch = TimeSpan.FromSeconds(1);

    private readonly Regex _regex;
    private readonly string[] _names;

    private ErrorPattern(string text, Regex regex, string[] names) => (Text, _regex, _names) = (text, regex, names);

    public string Text { get; }

    /// <exception cref="FormatException">The text has a placeholder that does not exist, or nothing but placeholders.</exception>
    public static ErrorPattern Parse(string text)
    {
        var (pattern, names, end) = (new StringBuilder(), new List<string>(), 0);
        foreach (Match placeholder in Placeholder().Matches(text))
        {
            var name = placeholder.Groups[1].Value;
            var stands = name switch
            {
                "number" or "amount" => @"\S{0,4}\d[\d.,]*",
                "date" or "name" or "account" or "rate" or "any" => ".{1,80}?",
                _ => throw new FormatException($"'{{{name}}}' is no placeholder; it may be {{number}}, {{amount}}, {{date}}, {{name}}, {{account}}, {{rate}} or {{any}}"),
            };
            if (names.Contains(name))
            {
                throw new FormatException($"'{{{name}}}' stands twice in one text");
            }

            names.Add(name);
            pattern.Append(Regex.Escape(Plain(text[end..placeholder.Index]))).Append("(?<").Append(name).Append('>').Append(stands).Append(')');
            end = placeholder.Index + placeholder.Length;
        }

        if (Placeholder().Replace(text, "").Count(char.IsLetterOrDigit) < 4)
        {
            throw new FormatException($"'{text}' has too few words of its own to be told from others");
        }

        // At its end a placeholder takes the word; in the middle, as little as will do.
        pattern.Append(end == text.Length && end > 0 ? @"(?=$|[\s.,;!?)])" : Regex.Escape(Plain(text[end..])));
        return new ErrorPattern(text, new Regex(pattern.ToString(), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, s_longestSearch), [.. names]);
    }

    /// <summary>Null where <paramref name="text"/>, as <see cref="Plain"/> has it, does not contain this one.</summary>
    public IReadOnlyDictionary<string, string>? Find(string text) =>
        _regex.Match(text) is { Success: true } match ? _names.ToDictionary(n => n, n => match.Groups[n].Value) : null;

    /// <summary>Typographic quotes and runs of blanks come from mail programs and copying, and mean nothing.</summary>
    public static string Plain(string text) => Blanks().Replace(text.Replace('\u2018', '\'').Replace('\u2019', '\'').Replace('\u201C', '"').Replace('\u201D', '"'), " ");

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
