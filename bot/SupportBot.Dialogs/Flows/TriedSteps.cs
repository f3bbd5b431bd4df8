using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Phrases;
using SupportBot.Knowledge.Articles;

namespace SupportBot.Dialogs.Flows;

/// <summary>What a person has tried, from the fixes they did and from their own words ("I already reconnected Xero").</summary>
internal static class TriedSteps
{
    private const int WordsLookedBack = 3;

    private static readonly HashSet<string> s_denials =
    [
        "not", "never", "haven't", "hasn't", "didn't", "don't", "can't", "couldn't", "cannot", "without",
        "if", "before", "until", "when", "once", "should", "be", "get", "gets",
    ];

    /// <summary>The open fix was done, or so the person says.</summary>
    public static void NoteOpenFix(DialogContext dialog)
    {
        if (dialog.State is { WaitingFor: Waiting.Fix or Waiting.Send, Problem: { } open }
            && dialog.Library.Find(open.ArticleId)?.FindStep(open.StepId)?.Tried is not null)
        {
            Note(dialog, Id(open.ArticleId, open.StepId));
        }
    }

    public static void NoteWords(DialogContext dialog, string text)
    {
        if (text.TrimEnd().EndsWith('?'))
        {
            return;
        }

        var normal = $" {RepairWords.Normal(text)} ";
        foreach (var (article, step) in Steps(dialog.Library))
        {
            if (step.Tried is { } tried && tried.Words.Any(w => Says(normal, w)))
            {
                Note(dialog, Id(article.Id, step.Id));
            }
        }
    }

    public static bool Has(DialogContext dialog, Remedy remedy) => dialog.State.TriedSteps.Contains(Id(remedy.Article.Id, remedy.Step.Id));

    /// <summary>Plain past-tense phrases for a ticket.</summary>
    public static IReadOnlyList<string> Phrases(DialogContext dialog)
    {
        var phrases = Steps(dialog.Library)
            .Where(s => s.Step.Tried is not null)
            .ToDictionary(s => Id(s.Article.Id, s.Step.Id), s => s.Step.Tried!.Phrase);
        return [.. dialog.State.TriedSteps.Where(phrases.ContainsKey).Select(t => Phrase(dialog, phrases[t])).Distinct()];
    }

    public static string Phrase(DialogContext dialog, string phrase) => Placeholders.Fill(phrase, new Dictionary<string, string>(Placeholders.InGeneral)
    {
        [Placeholders.Platform] = Listing.Platform(dialog.State.Platform),
    });

    private static void Note(DialogContext dialog, string id)
    {
        if (!dialog.State.TriedSteps.Contains(id))
        {
            dialog.State = dialog.State with { TriedSteps = [.. dialog.State.TriedSteps, id] };
        }
    }

    private static bool Says(string normal, string words)
    {
        var start = normal.IndexOf($" {words} ", StringComparison.Ordinal);
        return start >= 0 && !normal[..start].Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeLast(WordsLookedBack).Any(s_denials.Contains);
    }

    private static IEnumerable<(Article Article, ArticleStep Step)> Steps(ArticleLibrary library) =>
        library.Articles.SelectMany(a => a.Steps.Select(s => (a, s)));

    private static string Id(string articleId, string stepId) => $"{articleId}/{stepId}";
}
