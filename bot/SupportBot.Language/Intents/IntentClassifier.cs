using SupportBot.Language.Text;

namespace SupportBot.Language.Intents;

/// <summary>The intents of a text with how likely each is; learnt once, at start, from the phrasebook.</summary>
internal sealed class IntentClassifier
{
    // Makes the numbers match how often the first intent is right on texts that were not learnt.
    private const float Sharpness = 1.3f;

    private readonly string[] _intents;
    private readonly FeatureExtractor _extractor;
    private readonly SoftmaxRegression _model;

    public IntentClassifier(IReadOnlyList<IntentPhrases> phrasebook, Synonyms synonyms)
    {
        _intents = [.. phrasebook.Select(p => p.Intent)];
        var examples = Examples(phrasebook);
        _extractor = new FeatureExtractor(synonyms, new Spelling(KnownWords(examples, synonyms)));
        _model = new SoftmaxRegression(_intents.Length);
        _model.Train([.. examples.Select(e => (_extractor.Extract(e.Tokens), e.Class))]);
    }

    public IReadOnlyList<string> Intents => _intents;

    /// <param name="probabilities">One number for each of <see cref="Intents"/>.</param>
    public void Classify(IReadOnlyList<string> tokens, Span<float> probabilities) =>
        _model.Predict(_extractor.Extract(tokens), probabilities, Sharpness);

    /// <summary>Intents take turns, so that training does not end on one of them.</summary>
    private static List<(List<string> Tokens, int Class)> Examples(IReadOnlyList<IntentPhrases> phrasebook)
    {
        var lists = phrasebook
            .Select(p => p.Phrases.Concat(p.Exact).Select(t => Tokenizer.Tokenize(Placeholders.In(t))).ToList())
            .ToList();
        var examples = new List<(List<string>, int)>();
        for (var i = 0; i < lists.Max(l => l.Count); i++)
        {
            for (var c = 0; c < lists.Count; c++)
            {
                if (i < lists[c].Count)
                {
                    examples.Add((lists[c][i], c));
                }
            }
        }

        return examples;
    }

    // A word of one phrase alone counts as unknown: that teaches the model what unknown words mean.
    private static IEnumerable<string> KnownWords(List<(List<string> Tokens, int Class)> examples, Synonyms synonyms) =>
        examples
            .SelectMany(e => e.Tokens.Distinct())
            .CountBy(t => t)
            .Where(c => c.Value > 1)
            .Select(c => c.Key)
            .Concat(synonyms.Words);
}
