using SupportBot.Language.Text;

namespace SupportBot.Language.Entities;

/// <summary>The countries of Amazon's marketplaces, from <c>countries.yaml</c>.</summary>
internal sealed class Countries
{
    private const int LongestCode = 3;
    private const int LongestName = 3;

    // Codes that are also everyday words: these need a dot, capitals or a telling neighbour.
    private static readonly HashSet<string> s_everyday = ["it", "in", "be", "us", "se", "es", "de", "com", "sa", "can"];

    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public Countries()
    {
        foreach (var (ending, words) in Data.Read("countries.yaml"))
        {
            foreach (var word in words)
            {
                (word.Length <= LongestCode ? _codes : _names)[word] = ending;
            }
        }
    }

    public static bool IsEveryday(string code) => s_everyday.Contains(code);

    /// <summary>The ending for a code such as <c>uk</c>; null for anything else.</summary>
    public string? Code(string word) => _codes.GetValueOrDefault(word);

    /// <summary>The country whose name begins at a word.</summary>
    /// <param name="end">Behind the name's last word.</param>
    public string? Name(IReadOnlyList<Word> words, int start, out int end)
    {
        for (var length = Math.Min(LongestName, words.Count - start); length > 0; length--)
        {
            var name = length == 1 ? words[start].Value : string.Join(' ', words.Skip(start).Take(length).Select(w => w.Value));
            if (_names.TryGetValue(name, out var ending))
            {
                end = start + length;
                return ending;
            }
        }

        end = start;
        return null;
    }
}
