using System.Text.RegularExpressions;
using FuzzySharp;

namespace SupportBot.Accounts.Settlements;

/// <summary>Finds which of a seller's channels people mean by what they write.</summary>
internal static partial class ChannelNames
{
    /// <summary>Typing slips of a letter or two stay above this; another word does not.</summary>
    private const int SlipScore = 84;

    private static readonly Dictionary<string, string> Spellings = new(StringComparer.Ordinal)
    {
        ["amz"] = "amazon",
        ["amzn"] = "amazon",
        ["tik"] = "tiktok",
        ["woo"] = "woocommerce",
        ["britain"] = "uk",
        ["gb"] = "uk",
        ["usa"] = "us",
        ["america"] = "us",
        ["american"] = "us",
        ["australia"] = "au",
        ["australian"] = "au",
        ["europe"] = "eu",
        ["european"] = "eu",
        ["canada"] = "ca",
        ["canadian"] = "ca",
        ["british"] = "uk",
    };

    /// <summary>Words around a name that name nothing.</summary>
    private static readonly HashSet<string> Fillers = ["my", "the", "our", "a", "an", "on", "in", "for", "from", "store", "shop", "channel", "account", "one"];

    /// <summary>The names that fit best: one when the text is clear, several when it is not, none when nothing fits.</summary>
    public static IReadOnlyList<string> Match(string text, IReadOnlyCollection<string> names)
    {
        var asked = WordsOf(text);
        if (asked.Length == 0)
        {
            return [];
        }

        IEnumerable<IReadOnlyList<string>> from = Ladder(asked, names);
        return from.FirstOrDefault(found => found.Count > 0) ?? [];
    }

    /// <summary>From the surest way of matching to the loosest.</summary>
    private static IEnumerable<IReadOnlyList<string>> Ladder(string[] asked, IReadOnlyCollection<string> names)
    {
        yield return [.. names.Where(n => WordsOf(n).SequenceEqual(asked))];
        yield return [.. names.Where(n => asked.All(WordsOf(n).Contains))];
        yield return [.. names.Where(n => WordsOf(n).All(asked.Contains))];
        yield return [.. names.Where(n => asked.All(word => WordsOf(n).Any(own => IsSlipOf(own, word))))];
        var scored = names.Select(n => (Name: n, Score: Fuzz.TokenSortRatio(string.Join(' ', asked), string.Join(' ', WordsOf(n))))).ToArray();
        var best = scored.Select(s => s.Score).DefaultIfEmpty().Max();
        yield return best < SlipScore ? [] : [.. scored.Where(s => s.Score == best).Select(s => s.Name)];
    }

    /// <summary>Country codes and other short words leave no room for slips.</summary>
    private static bool IsSlipOf(string own, string word) => own == word || (word.Length > 3 && own.Length > 3 && Fuzz.Ratio(own, word) >= SlipScore - 4);

    private static string[] WordsOf(string text)
    {
        var words = Word().Matches(text.ToLowerInvariant()).Select(m => Spellings.GetValueOrDefault(m.Value, m.Value)).ToArray();
        var telling = words.Where(w => !Fillers.Contains(w)).ToArray();
        return telling.Length > 0 ? telling : words;
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
