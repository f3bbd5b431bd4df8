using System.Runtime.InteropServices;

namespace SupportBot.Language.Intents;

/// <summary>
/// Turns tokens into features: words and word pairs with concepts in their place, plain words, and the character
/// triples inside words (which survive misspellings), each hashed into a bucket. Words that nobody taught us are
/// counted: they are the mark of a text that is about something else.
/// </summary>
internal sealed class FeatureExtractor(Synonyms synonyms, Spelling spelling)
{
    private const float WordWeight = 1f;
    private const float PairWeight = 0.8f;
    private const float CharacterWeight = 0.25f;
    private const int MostUnknown = 3;

    /// <summary>What a text is about shows in its first words; a pasted table must not cost more than a message.</summary>
    private const int MostWords = 400;

    public Features Extract(IReadOnlyList<string> tokens)
    {
        var sum = new Dictionary<int, float>();
        var words = new List<string>(tokens.Count);
        var unknown = 0;
        foreach (var token in tokens.Take(MostWords))
        {
            var word = spelling.Correct(token);
            words.Add(word);
            unknown += word.Length > 2 && !spelling.Knows(word) ? 1 : 0;
            Add(sum, 'w', word, "", WordWeight);
            AddCharacters(sum, token);
        }

        var concepts = synonyms.Replace(words);
        var previous = "^";
        foreach (var concept in concepts)
        {
            Add(sum, 'c', concept, "", WordWeight);
            Add(sum, 'p', previous, concept, PairWeight);
            previous = concept;
        }

        Add(sum, 'p', previous, "$", PairWeight);
        for (var i = 1; i <= Math.Min(unknown, MostUnknown); i++)
        {
            Add(sum, 'u', "unknown", i.ToString(System.Globalization.CultureInfo.InvariantCulture), WordWeight);
        }

        return Normalized(sum);
    }

    private static void AddCharacters(Dictionary<int, float> sum, string token)
    {
        Span<char> padded = stackalloc char[token.Length + 2];
        padded[0] = padded[^1] = '_';
        token.CopyTo(padded[1..]);
        for (var i = 0; i + 3 <= padded.Length; i++)
        {
            Add(sum, 't', padded.Slice(i, 3), "", CharacterWeight);
        }
    }

    private static void Add(Dictionary<int, float> sum, char kind, ReadOnlySpan<char> first, ReadOnlySpan<char> second, float weight) =>
        CollectionsMarshal.GetValueRefOrAddDefault(sum, Bucket(kind, first, second), out _) = weight;

    /// <summary>FNV-1a: the same in every process, which string.GetHashCode is not.</summary>
    private static int Bucket(char kind, ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        var hash = (2166136261u ^ kind) * 16777619u;
        foreach (var c in first)
        {
            hash = (hash ^ c) * 16777619u;
        }

        hash = (hash ^ ' ') * 16777619u;
        foreach (var c in second)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return (int)((hash ^ (hash >> 15)) % Features.BucketCount);
    }

    private static Features Normalized(Dictionary<int, float> sum)
    {
        var buckets = new int[sum.Count];
        var weights = new float[sum.Count];
        sum.Keys.CopyTo(buckets, 0);
        sum.Values.CopyTo(weights, 0);
        var length = MathF.Sqrt(weights.Sum(w => w * w));
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] /= length;
        }

        return new Features(buckets, weights);
    }
}
