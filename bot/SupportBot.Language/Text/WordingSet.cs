namespace SupportBot.Language.Text;

/// <summary>A list of wordings, found in a text wherever their tokens stand side by side.</summary>
internal sealed class WordingSet
{
    private readonly Dictionary<string, string[][]> _byFirstToken;

    public WordingSet(IEnumerable<string> wordings) =>
        _byFirstToken = wordings
            .Select(w => Tokenizer.Tokenize(w).ToArray())
            .GroupBy(t => t[0], StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(t => t.Length).ToArray(), StringComparer.Ordinal);

    /// <summary>Where wordings begin and end (exclusive), in order.</summary>
    public IEnumerable<(int Start, int End)> Find(IReadOnlyList<string> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var length = LengthAt(tokens, i);
            if (length > 0)
            {
                yield return (i, i + length);
            }
        }
    }

    public bool StartsAt(IReadOnlyList<string> tokens, int start) => LengthAt(tokens, start) > 0;

    public bool IsIn(IReadOnlyList<string> tokens) => Find(tokens).Any();

    private int LengthAt(IReadOnlyList<string> tokens, int start)
    {
        if (_byFirstToken.TryGetValue(tokens[start], out var candidates))
        {
            foreach (var candidate in candidates)
            {
                if (start + candidate.Length <= tokens.Count && Matches(tokens, start, candidate))
                {
                    return candidate.Length;
                }
            }
        }

        return 0;
    }

    private static bool Matches(IReadOnlyList<string> tokens, int start, string[] wording)
    {
        for (var i = 1; i < wording.Length; i++)
        {
            if (tokens[start + i] != wording[i])
            {
                return false;
            }
        }

        return true;
    }
}
