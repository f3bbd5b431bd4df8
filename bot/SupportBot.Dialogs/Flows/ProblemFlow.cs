using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Phrases;
using SupportBot.Dialogs.Results;
using SupportBot.Knowledge.Articles;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Dialogs.Flows;

/// <summary>Shows what a look at the account found, and goes on to the one thing to do about it.</summary>
internal static class ProblemFlow
{
    private const int MostFacts = 6;

    public static DialogOutcome Present(DialogContext dialog, AccountReport report, string? lead = null)
    {
        dialog.Leave();
        dialog.Remember(report);
        var root = report.Diagnosis.Root;
        var problem = ProblemKey.Together(report.Diagnosis, root);
        var remedy = FixFlow.NextRemedy(dialog, root) ?? dialog.Library.RemediesFor(root.Cause)[0];
        if (root.Cause == Cause.AlreadySent && report.Subject is null)
        {
            return NothingUnsent(dialog, lead);
        }

        Open(dialog, remedy, problem);
        NoteUnsolved(dialog, report);
        return root switch
        {
            { Cause: Cause.CouldNotCheck } => CouldNotCheck(dialog, report, remedy, lead),
            { Cause: Cause.NothingFound } => NothingFound(dialog, report, remedy, lead),
            { Cause: Cause.AlreadySent } => AlreadySent(dialog, report, remedy, lead),
            { Cause: Cause.PartiallySent, SettlementId: { } settlementId } => Partly(dialog, report, remedy, lead, settlementId),
            { FixedBy: FixedBy.Nobody } => Wait(dialog, report, remedy, lead),
            { FixedBy: FixedBy.Support } => Support(dialog, report, remedy, lead),
            _ => Fix(dialog, report, remedy, lead),
        };
    }

    /// <summary>Notes which step is being worked on, and how it would be explained.</summary>
    public static void Open(DialogContext dialog, Remedy remedy, IReadOnlyList<Finding> problem)
    {
        var words = ProblemWords.For(dialog, problem);
        dialog.State = dialog.State with
        {
            Problem = new OpenProblem(remedy.Article.Id, remedy.Article.Version, remedy.Step.Id, ProblemKey.Of(problem[0]), problem[0]),
            Explanation = words.In(remedy.Step.Explain),
        };
    }

    /// <summary>What was seen, in the reader's own formats.</summary>
    public static IEnumerable<string> Facts(DialogContext dialog, IEnumerable<Finding> problem) =>
        problem.SelectMany(f => f.Evidence).Select(e => dialog.Format.Fact(e.Fact)).Distinct().Take(MostFacts);

    /// <summary>A problem after a solved one is a new one; what the person claimed stays a claim until a check passes.</summary>
    private static void NoteUnsolved(DialogContext dialog, AccountReport report)
    {
        var root = report.Diagnosis.Root;
        var isOpen = ProblemKey.IsToDo(root)
            || (dialog.State.Ending is null && (root.Cause == Cause.CouldNotCheck || report.Unsent.Any(s => s.Id == report.Subject?.Id && root.Cause == Cause.NothingFound)));
        if (isOpen && (dialog.State.Ending is null or Ending.Verified))
        {
            dialog.Conclude(Ending.Unsolved);
        }
    }

    public static IEnumerable<Choice> OtherSettlement(DialogContext dialog) =>
        dialog.State.Unsent.Any(s => s.Id != dialog.State.Subject?.Id) && dialog.State.Subject is not null ? [Choice.OtherSettlement] : [];

    private static DialogOutcome Fix(DialogContext dialog, AccountReport report, Remedy remedy, string? lead)
    {
        return FixFlow.Show(
            dialog, remedy, ProblemKey.Together(report.Diagnosis, report.Diagnosis.Root), null, found: Found(dialog, report, remedy, lead, null));
    }

    /// <summary>What stands where comes before any advice.</summary>
    private static DialogOutcome Partly(DialogContext dialog, AccountReport report, Remedy remedy, string? lead, string settlementId)
    {
        ShowDiagnosis(dialog, report, remedy, lead, null);
        return PartsFlow.Look(dialog, settlementId);
    }

    private static DialogOutcome Support(DialogContext dialog, AccountReport report, Remedy remedy, string? lead)
    {
        ShowDiagnosis(dialog, report, remedy, lead, Words(dialog, report).Optional(SupportMessage(report.Diagnosis.Root, remedy.Step)));
        return TicketFlow.Propose(dialog);
    }

    /// <summary>A step that people can do has been done when the finding says that only support is left.</summary>
    private static string? SupportMessage(Finding root, ArticleStep step) =>
        root.FixedBy == step.FixedBy ? step.Message : AboutProblems.OnlySupportLeft;

    private static DialogOutcome Wait(DialogContext dialog, AccountReport report, Remedy remedy, string? lead)
    {
        ShowDiagnosis(dialog, report, remedy, lead, Words(dialog, report).Message(remedy.Step));
        dialog.State = dialog.State with { WaitingFor = Waiting.Time };
        dialog.Offer([Choice.CheckAgain, .. ReminderFlow.Choices(dialog), Choice.Explain, .. OtherSettlement(dialog)]);
        return dialog.End();
    }

    private static DialogOutcome NothingFound(DialogContext dialog, AccountReport report, Remedy remedy, string? lead)
    {
        if (report.Subject is not { } subject)
        {
            return NothingUnsent(dialog, lead);
        }

        if (!report.Unsent.Any(s => s.Id == subject.Id))
        {
            // Hidden settlements are not sent, and nothing has to be done about them.
            return NothingUnsent(dialog, Listing.Paragraphs(lead, AboutProblems.ThisIs(dialog.Format.Settlement(subject)), Saw(dialog, [report.Diagnosis.Root])));
        }

        return FixFlow.Show(dialog, remedy, [report.Diagnosis.Root], null, Waiting.Send, Found(dialog, report, remedy, lead, null));
    }

    private static DialogOutcome NothingUnsent(DialogContext dialog, string? lead)
    {
        dialog.Leave();
        dialog.Say(Listing.Paragraphs(lead, AboutProblems.NothingWrong));
        dialog.Offer(Choice.CheckAgain);
        return dialog.End();
    }

    private static DialogOutcome AlreadySent(DialogContext dialog, AccountReport report, Remedy remedy, string? lead)
    {
        ShowDiagnosis(dialog, report, remedy, lead, Words(dialog, report).Message(remedy.Step));
        return FeedbackFlow.Ask(dialog, remedy.Article, OtherSettlement(dialog));
    }

    private static DialogOutcome CouldNotCheck(DialogContext dialog, AccountReport report, Remedy remedy, string? lead)
    {
        ShowDiagnosis(dialog, report, remedy, lead, Listing.Paragraphs(
            AboutProblems.CouldNotCheck(report.Diagnosis.Checks), AboutProblems.WillLookAgain));
        return FollowUpFlow.WaitAndLookAgain(dialog);
    }

    private static void ShowDiagnosis(DialogContext dialog, AccountReport report, Remedy remedy, string? lead, string? message) =>
        dialog.Show(Found(dialog, report, remedy, lead, message));

    private static Reply.ShowDiagnosis Found(DialogContext dialog, AccountReport report, Remedy remedy, string? lead, string? message)
    {
        var diagnosis = report.Diagnosis;
        var problem = ProblemKey.Together(diagnosis, diagnosis.Root);
        var headline = diagnosis.RootCause == Cause.AlreadySent && dialog.State.Scope.SettlementId is null
            ? AboutProblems.AllSentHeadline
            : ProblemWords.For(dialog, problem).In(remedy.Step.Headline);
        var subject = SubjectLine(dialog, report);
        string?[] after = [message, Suspected(dialog, diagnosis), MoreRemain(diagnosis)];
        return new Reply.ShowDiagnosis
        {
            Text = Listing.Paragraphs([lead, subject, headline + ".", diagnosis.RootCause == Cause.CouldNotCheck ? null : Saw(dialog, problem), .. after]),
            Brief = Listing.Paragraphs([lead, subject, headline + ".", .. after]),
            Headline = headline,
            Diagnosis = diagnosis,
            Settlement = report.Subject,
        };
    }

    private static string? Saw(DialogContext dialog, IReadOnlyList<Finding> problem) => Facts(dialog, problem).ToList() is { Count: > 0 } facts ? AboutProblems.Saw(facts) : null;

    private static string? SubjectLine(DialogContext dialog, AccountReport report)
    {
        if (report.Subject is not { } subject)
        {
            return null;
        }

        var settlement = dialog.Format.Settlement(subject);
        var scope = dialog.State.Scope;
        if (report.Diagnosis.RootCause == Cause.AlreadySent && scope.SettlementId is null)
        {
            return AboutProblems.AllSent(settlement);
        }

        var unsent = report.Unsent.Count(s => scope.Channel is null || s.Channel == scope.Channel);
        return unsent > 1 && scope.SettlementId is null
            ? AboutProblems.FirstOfSeveral(unsent, settlement)
            : AboutProblems.ThisIs(settlement);
    }

    /// <summary>A suspicion that the check does not bear out is answered, not passed over.</summary>
    private static string? Suspected(DialogContext dialog, Diagnosis diagnosis)
    {
        var check = diagnosis.Checks.FirstOrDefault(c => c.Check == dialog.State.Suspected);
        dialog.State = dialog.State with { Suspected = null };
        return check is { Outcome: CheckOutcome.Passed } && diagnosis.RootCause != Cause.CouldNotCheck ? AboutProblems.AlsoPassed(check.Check) : null;
    }

    private static string? MoreRemain(Diagnosis diagnosis)
    {
        var others = diagnosis.Findings.Where(ProblemKey.IsToDo).Select(ProblemKey.Of).Distinct().Count(k => k != ProblemKey.Of(diagnosis.Root));
        return others > 0 ? AboutProblems.MoreRemain(others) : null;
    }

    private static ProblemWords Words(DialogContext dialog, AccountReport report) =>
        ProblemWords.For(dialog, ProblemKey.Together(report.Diagnosis, report.Diagnosis.Root));
}
