using System.Text.RegularExpressions;

namespace SupportBot.Knowledge.Articles;

/// <summary>The words in braces that an article's texts may hold, and what fills them.</summary>
public static partial class Placeholders
{
    public const string Platform = "platform";
    public const string Channel = "channel";
    public const string Marketplace = "marketplace";
    public const string Category = "category";

    /// <summary>When waiting is over; only in a step's <c>messageUntil</c>.</summary>
    public const string Until = "until";

    /// <summary>What stands there where no account is known: on the help page, or when a finding does not say.</summary>
    public static IReadOnlyDictionary<string, string> InGeneral { get; } = new Dictionary<string, string>
    {
        [Platform] = "Xero or QuickBooks",
        [Channel] = "the sales channel",
        [Marketplace] = "the marketplace",
        [Category] = "the category",
    };

    /// <summary>Fills the braces; a sentence that starts with one gets its capital letter.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> words)
    {
        var filled = Word().Replace(text, m => words.TryGetValue(m.Groups[1].Value, out var word) ? word : m.Value);
        return text.StartsWith('{') && filled.Length > 0 ? char.ToUpperInvariant(filled[0]) + filled[1..] : filled;
    }

    internal static IEnumerable<string> In(string text) => Word().Matches(text).Select(m => m.Groups[1].Value);

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Word();
}
