using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Phrases;
using SupportBot.Dialogs.Results;
using SupportBot.Knowledge.Articles;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Dialogs.Flows;

/// <summary>Shows one fix at a time; a fix that was tried gives way to the next, and after the last one to a person.</summary>
internal static class FixFlow
{
    private const int MostShowsOfAStep = 2;

    /// <summary>The remedy to show now: one not seen yet before a second look at one that was. Null when all has been tried.</summary>
    public static Remedy? NextRemedy(DialogContext dialog, Finding finding)
    {
        var key = ProblemKey.Of(finding);
        var remedies = dialog.Library.RemediesFor(finding.Cause).Select(r => (Remedy: r, Shown: TimesShown(dialog, r, key))).ToList();
        return remedies.Sum(r => r.Shown) >= Math.Max(MostShowsOfAStep, remedies.Count)
            ? null
            : remedies.Where(r => r.Shown < MostShowsOfAStep).OrderBy(r => r.Shown).Select(r => r.Remedy).FirstOrDefault();
    }

    /// <param name="found">What was found just now, if that is to be told: in the same message, because the fix is what people look for.</param>
    public static DialogOutcome Show(
        DialogContext dialog, Remedy remedy, IReadOnlyList<Finding> problem, string? lead, Waiting waitingFor = Waiting.Fix, Reply.ShowDiagnosis? found = null)
    {
        ProblemFlow.Open(dialog, remedy, problem);
        if (NextRemedy(dialog, problem[0]) is null)
        {
            ShowAlone(dialog, found);
            dialog.Say(Listing.Paragraphs(lead, AboutProblems.TriedEverything));
            return TicketFlow.Propose(dialog);
        }

        var step = remedy.Step;
        var words = ProblemWords.For(dialog, problem);
        var title = words.In(step.Title);
        IReadOnlyList<string> instructions = [.. step.Instructions?.For(dialog.State.Platform).Select(words.In) ?? []];
        var note = words.Optional(step.Note);
        if (ForwardFlow.IsBeyond(dialog.Turn.Person.Role, step, problem[0]))
        {
            ShowAlone(dialog, found);
            dialog.Say(Listing.Paragraphs(
                lead, title + ".", words.Message(step), Suggestions(dialog, problem), AboutProblems.NotYours(dialog.Turn.Person.Role, step.Roles)));
            CountShow(dialog, remedy, ProblemKey.Of(problem[0]));
            dialog.State = dialog.State with { WaitingFor = waitingFor };
            return ForwardFlow.Start(dialog);
        }

        string?[] hints = [words.Message(step), Suggestions(dialog, problem), Credit(dialog, remedy)];
        string?[] closing =
        [
            WhoCan(dialog, problem[0]),
            waitingFor == Waiting.Send ? $"{AboutSending.OrSendForYou} {AboutProblems.SendFollows}" : AboutProblems.FixFollows,
        ];
        dialog.Show(new Reply.ShowFix
        {
            Text = Listing.Paragraphs([found?.Text, lead, title + ".", .. hints, Listing.Numbered(instructions), note, .. closing]),
            Brief = found is null ? Listing.Paragraphs([lead, title + ".", .. hints, .. closing]) : Listing.Paragraphs([found.Brief, .. hints]),
            Found = found,
            Closing = found is null ? [] : [.. closing.OfType<string>()],
            Title = title,
            Instructions = instructions,
            Note = note,
            HelpPath = remedy.HelpPath,
            Reconnect = Reconnect(dialog, step),
        });
        CountShow(dialog, remedy, ProblemKey.Of(problem[0]));
        dialog.State = dialog.State with { WaitingFor = waitingFor };
        dialog.Offer(Choices(dialog));
        return dialog.End();
    }

    private static void ShowAlone(DialogContext dialog, Reply.ShowDiagnosis? found)
    {
        if (found is not null)
        {
            dialog.Show(found);
        }
    }

    public static IEnumerable<Choice> Choices(DialogContext dialog) => dialog.State.WaitingFor == Waiting.Send
        ? [.. SendFlow.Choices(dialog.State), Choice.Done, Choice.StillNotSending, .. ProblemFlow.OtherSettlement(dialog)]
        : [.. PartsFlow.Choices(dialog.State), Choice.Done, Choice.Explain, .. dialog.State.Problem is { } open ? ForwardFlow.Choices(open.Finding) : [], .. ProblemFlow.OtherSettlement(dialog)];

    private static Reconnect? Reconnect(DialogContext dialog, ArticleStep step) =>
        step.Reconnects && step.Roles.Contains(dialog.Turn.Person.Role) && dialog.State.ConnectionId is { } id
            ? new Reconnect(dialog.State.Platform, Listing.Platform(dialog.State.Platform), id)
            : null;

    private static string? Suggestions(DialogContext dialog, IReadOnlyList<Finding> problem)
    {
        var platform = Listing.Platform(dialog.State.Platform);
        var lines = problem.Where(f => f.Suggestion is not null).DistinctBy(f => f.Suggestion)
            .Select(f => AboutProblems.LastPosted(f.Suggestion!, f.SuggestedAccountName, dialog.Format.Day(f.Suggestion!.LastPostedOn), platform))
            .ToList();
        return lines.Count == 0 ? null : string.Join('\n', lines);
    }

    private static string? Credit(DialogContext dialog, Remedy remedy) =>
        remedy.Step.Tried is { } tried && TriedSteps.Has(dialog, remedy) && TimesShown(dialog, remedy, dialog.State.Problem!.Key) == 0
            ? AboutProblems.Credit(TriedSteps.Phrase(dialog, tried.Phrase))
            : null;

    private static string? WhoCan(DialogContext dialog, Finding finding) =>
        finding.FixedBy == FixedBy.Accounting ? AboutProblems.InAccounting(Listing.Platform(dialog.State.Platform)) : null;

    private static int TimesShown(DialogContext dialog, Remedy remedy, string key) => dialog.State.Shown.GetValueOrDefault(ShownKey(remedy, key));

    private static void CountShow(DialogContext dialog, Remedy remedy, string key) => dialog.State = dialog.State with
    {
        Shown = new Dictionary<string, int>(dialog.State.Shown) { [ShownKey(remedy, key)] = TimesShown(dialog, remedy, key) + 1 },
    };

    private static string ShownKey(Remedy remedy, string key) => $"{remedy.Step.Id}|{key}";
}
