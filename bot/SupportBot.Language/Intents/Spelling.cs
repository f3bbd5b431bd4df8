namespace SupportBot.Language.Intents;

/// <summary>
/// Finds the known word that a misspelt one means, by the symmetric-delete method: two words one slip apart
/// (a letter too many, too few, wrong or swapped) share a form with one letter left out.
/// </summary>
internal sealed class Spelling
{
    /// <summary>Shorter words have too many neighbours.</summary>
    private const int ShortestWord = 5;

    /// <summary>Longer than any word that people write: something pasted.</summary>
    private const int LongestWord = 30;

    private readonly HashSet<string> _words;
    private readonly Dictionary<string, string> _byDeletion = new(StringComparer.Ordinal);

    public Spelling(IEnumerable<string> words)
    {
        _words = new HashSet<string>(words, StringComparer.Ordinal);
        foreach (var word in _words.Where(w => w.Length >= ShortestWord).Order(StringComparer.Ordinal))
        {
            _byDeletion.TryAdd(word, word);
            foreach (var shorter in Deletions(word))
            {
                _byDeletion.TryAdd(shorter, word);
            }
        }
    }

    public bool Knows(string word) => _words.Contains(word);

    /// <summary>The word itself where it is known or nothing is near.</summary>
    public string Correct(string word)
    {
        if (word.Length is < ShortestWord or > LongestWord || _words.Contains(word) || word.Any(char.IsDigit))
        {
            return word;
        }

        if (_byDeletion.TryGetValue(word, out var longer))
        {
            return longer;
        }

        foreach (var shorter in Deletions(word))
        {
            if (_byDeletion.TryGetValue(shorter, out var near))
            {
                return near;
            }
        }

        return word;
    }

    private static IEnumerable<string> Deletions(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            yield return word.Remove(i, 1);
        }
    }
}
