using SupportBot.Language.Entities;
using SupportBot.Language.Text;

namespace SupportBot.Language.Intents;

/// <summary>
/// What somebody wants: whole short answers by list, a request for a person by rule, the rest by the classifier, over the
/// text as a whole and its sentences.
/// </summary>
internal sealed class IntentReader
{
    private const double Certain = 0.99;
    private const double SureOfRule = 0.9;
    private const double TooUnsure = 0.3;
    private const double WorthNaming = 0.02;
    private const int MostAlternatives = 4;
    private const int ShortestRest = 3;

    private readonly IntentClassifier _classifier;
    private readonly Dictionary<string, string> _exact;
    private readonly Dictionary<string, int> _indexes;
    private readonly HumanRequest _humanRequest = new();
    private readonly Polarity _polarity = new();

    public IntentReader()
    {
        var phrasebook = Phrasebook.Load();
        _exact = phrasebook
            .SelectMany(p => p.Exact, (p, text) => (Key: string.Join(' ', Tokenizer.Tokenize(text)), p.Intent))
            .Distinct()
            .ToDictionary(e => e.Key, e => e.Intent, StringComparer.Ordinal);
        _classifier = new IntentClassifier(phrasebook, new Synonyms());
        _indexes = _classifier.Intents.Index().ToDictionary(i => i.Item, i => i.Index, StringComparer.Ordinal);
    }

    /// <summary>The intents, the likeliest first; never empty.</summary>
    /// <param name="neutral">The text with placeholders for what it names.</param>
    /// <param name="error">The error message in the text, which is not the person's own words.</param>
    public IReadOnlyList<ScoredIntent> Read(Utterance utterance, string neutral, FoundError? error)
    {
        if (utterance.Tokens.Count == 0)
        {
            return [new ScoredIntent(Intent.OutOfScope, Certain)];
        }

        if (_exact.TryGetValue(string.Join(' ', utterance.Tokens), out var exact))
        {
            return [new ScoredIntent(exact, Certain)];
        }

        var ranked = Rank(utterance, neutral, error);
        var own = error is null ? utterance.Text : utterance.Text.Remove(error.Start, error.Text.Length);
        if (Sentences.Of(own).Any(_humanRequest.IsIn))
        {
            return [new ScoredIntent(Intent.ContactHuman, Math.Max(SureOfRule, ranked[0].Confidence)), .. ranked.Where(r => r.Intent != Intent.ContactHuman)];
        }

        return ranked[0].Confidence < TooUnsure
            ? [new ScoredIntent(Intent.OutOfScope, Math.Round(1 - ranked[0].Confidence, 2)), .. ranked.Where(r => r.Intent != Intent.OutOfScope)]
            : ranked;
    }

    private List<ScoredIntent> Rank(Utterance utterance, string neutral, FoundError? error)
    {
        var scores = new float[_classifier.Intents.Count];
        var tokens = Tokenizer.Tokenize(neutral);
        _classifier.Classify(tokens, scores);
        var total = 1f;
        if (error?.Intent is { } about)
        {
            scores[IndexOf(about)] += 1;
            total++;
        }

        var part = new float[scores.Length];
        foreach (var sentence in Sentences.Of(neutral))
        {
            var rest = _polarity.WithoutOpening(sentence);
            if (rest.Count < ShortestRest || rest.Count == tokens.Count)
            {
                continue;
            }

            _classifier.Classify(rest, part);
            var weight = 1 - Small(part);
            total += weight;
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] += part[i] * weight;
            }
        }

        // What the classifier takes for a claim of success may be a denial in the same words.
        var claim = IndexOf(Intent.ConfirmDone);
        var meant = IndexOf(_polarity.OfClaim(utterance.Tokens));
        if (meant != claim)
        {
            scores[meant] += scores[claim];
            scores[claim] = 0;
        }

        return
        [
            .. scores.Select((s, i) => new ScoredIntent(_classifier.Intents[i], Math.Round(s / total, 2)))
                .OrderByDescending(s => s.Confidence)
                .Where((s, rank) => rank == 0 || (s.Confidence >= WorthNaming && rank <= MostAlternatives)),
        ];
    }

    private int IndexOf(string intent) => _indexes[intent];

    /// <summary>How likely a sentence is one of those that people put around what they want.</summary>
    private float Small(float[] probabilities)
    {
        var small = 0f;
        for (var i = 0; i < probabilities.Length; i++)
        {
            small += _classifier.Intents[i] is Intent.Greeting or Intent.ThanksBye or Intent.OutOfScope or Intent.CheckStatus ? probabilities[i] : 0;
        }

        return small;
    }
}
