using SupportBot.Language.Text;

namespace SupportBot.Language.Intents;

/// <summary>
/// Sees to it that neither a denial nor a question is taken for a claim of success: "done, but still not posting", "not done
/// yet" and "is it done" share most of their words with "done".
/// </summary>
internal sealed class Polarity
{
    private const int OutcomeWithin = 4;

    private readonly WordingSet _opening;
    private readonly WordingSet _problem;
    private readonly WordingSet _gone;
    private readonly WordingSet _notYet;
    private readonly WordingSet _question;
    private readonly WordingSet _told;
    private readonly WordingSet _outcome;

    public Polarity()
    {
        var lists = Data.Read("Intents.polarity.yaml").ToDictionary();
        _opening = new WordingSet(lists["opening"]);
        _problem = new WordingSet(lists["problem"]);
        _gone = new WordingSet(lists["gone"]);
        _notYet = new WordingSet(lists["notyet"]);
        _question = new WordingSet(lists["question"]);
        _told = new WordingSet(lists["told"]);
        _outcome = new WordingSet(lists["outcome"]);
    }

    /// <summary>The intent that a claim of success really is.</summary>
    public string OfClaim(List<string> tokens)
    {
        var claim = WithoutOpening(tokens);
        if (claim.Count > 1 && _question.StartsAt(claim, 0) && !Tells(claim))
        {
            return Intent.CheckStatus;
        }

        var gone = _gone.Find(tokens).ToList();
        if (_problem.Find(tokens).All(p => gone.Any(g => p.Start < g.End && g.Start < p.End)))
        {
            return Intent.ConfirmDone;
        }

        return _notYet.IsIn(tokens) ? Intent.No : Intent.StillBroken;
    }

    private bool Tells(List<string> claim) =>
        _told.StartsAt(claim, 0) && !_outcome.IsIn(claim.GetRange(0, Math.Min(claim.Count, OutcomeWithin)));

    /// <summary>The sentence without the words that only lead into it.</summary>
    public List<string> WithoutOpening(List<string> sentence)
    {
        var start = 0;
        foreach (var (from, to) in _opening.Find(sentence))
        {
            if (from != start || _gone.StartsAt(sentence, from))
            {
                break;
            }

            start = to;
        }

        return sentence.GetRange(start, sentence.Count - start);
    }
}
