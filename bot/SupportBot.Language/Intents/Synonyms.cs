using SupportBot.Language.Text;

namespace SupportBot.Language.Intents;

/// <summary>Words and short wordings that mean the same, from <c>words.yaml</c>.</summary>
internal sealed class Synonyms
{
    private const int LongestWording = 3;

    private readonly Dictionary<string, string> _concepts = new(StringComparer.Ordinal);

    public Synonyms()
    {
        foreach (var (concept, wordings) in Data.Read("Intents.words.yaml"))
        {
            foreach (var wording in wordings)
            {
                _concepts[string.Join(' ', Tokenizer.Tokenize(wording))] = concept;
            }
        }
    }

    public IEnumerable<string> Words => _concepts.Keys.SelectMany(w => w.Split(' '));

    /// <summary>The tokens with concepts in the place of their wordings, the longest wording first.</summary>
    public List<string> Replace(IReadOnlyList<string> tokens)
    {
        var replaced = new List<string>(tokens.Count);
        for (var i = 0; i < tokens.Count;)
        {
            var taken = 0;
            for (var length = Math.Min(LongestWording, tokens.Count - i); length > 0 && taken == 0; length--)
            {
                var wording = length == 1 ? tokens[i] : string.Join(' ', tokens.Skip(i).Take(length));
                if (_concepts.TryGetValue(wording, out var concept))
                {
                    replaced.Add(concept);
                    taken = length;
                }
            }

            if (taken == 0)
            {
                replaced.Add(tokens[i]);
                taken = 1;
            }

            i += taken;
        }

        return replaced;
    }
}
