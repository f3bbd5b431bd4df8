using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Phrases;
using SupportBot.Knowledge.Articles;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Dialogs.Flows;

/// <summary>Looks again after "done" or "still not": only a check that passed makes a problem solved.</summary>
internal static class RecheckFlow
{
    public static DialogOutcome Start(DialogContext dialog, Purpose purpose = Purpose.Recheck)
    {
        var state = dialog.State;
        if (state.Problem is null)
        {
            return dialog.Diagnose(Purpose.Problem, state.Scope);
        }

        if (GuideHasChanged(dialog, state.Problem))
        {
            dialog.Say(SmallTalk.GuideChanged);
            dialog.Leave();
            return dialog.Diagnose(Purpose.Problem, state.Scope);
        }

        // What was sent drops out of a look at everything unsent, so the settlement itself is asked for.
        return dialog.Diagnose(purpose, state is { WaitingFor: Waiting.Send, Subject.Id: { } id } ? new DiagnosisScope(id) : state.Scope);
    }

    public static DialogOutcome Looked(DialogContext dialog, AccountReport report)
    {
        if (dialog.State.Problem is not { } open)
        {
            return ProblemFlow.Present(dialog, report);
        }

        var left = report.Diagnosis.Findings.FirstOrDefault(f => ProblemKey.Of(f) == open.Key);
        var step = dialog.Library.Find(open.ArticleId)?.FindStep(open.StepId);
        if (left is null)
        {
            return open.Finding.Cause == Cause.CouldNotCheck || step is null ? ProblemFlow.Present(dialog, report, AboutProblems.LookedAgain)
                : HasPassed(report.Diagnosis, step, open) ? Verified(dialog, report, step, open)
                : CannotConfirm(dialog, report);
        }

        return ProblemKey.Of(report.Diagnosis.Root) == open.Key ? StillThere(dialog, report, open) : ProblemFlow.Present(dialog, report);
    }

    /// <summary>
    /// The problem is gone from the findings; that counts only if the check that proves it ran. A failed check proves it
    /// too where what fails is the same cause elsewhere.
    /// </summary>
    public static bool HasPassed(Diagnosis diagnosis, ArticleStep step, OpenProblem open)
    {
        if (diagnosis.RootCause == Cause.AlreadySent && diagnosis.SettlementId == open.Finding.SettlementId)
        {
            return true;
        }

        var unreachable = diagnosis.Findings.Any(f => f.Cause == Cause.PlatformUnavailable)
            && step.Check is CheckName.AccountingConnection or CheckName.Permission && !step.Causes.Contains(Cause.PlatformUnavailable);
        var check = diagnosis.Checks.FirstOrDefault(c => c.Check == step.Check);
        return !unreachable && (check?.Outcome switch
        {
            CheckOutcome.Passed => true,
            CheckOutcome.Failed => diagnosis.Findings.Any(f => step.Causes.Contains(f.Cause)),
            CheckOutcome.Unknown => false,
            _ => diagnosis.Checks.All(c => c.Outcome != CheckOutcome.Unknown),
        });
    }

    private static DialogOutcome Verified(DialogContext dialog, AccountReport report, ArticleStep step, OpenProblem open)
    {
        var root = report.Diagnosis.Root;
        if (open.Finding.Cause == Cause.AlreadySent || (open.Finding.Cause == Cause.NothingFound && root.Cause != Cause.AlreadySent))
        {
            // Nothing was wrong before, so nothing was put right: only the news counts.
            return ProblemFlow.Present(dialog, report);
        }

        dialog.Solved(open.Key);
        var lead = AboutProblems.Verified(ProblemWords.For(dialog, [open.Finding]).In(step.Verified));
        if (ProblemKey.IsToDo(root))
        {
            return ProblemFlow.Present(dialog, report, Listing.Paragraphs(lead, AboutProblems.OneMore));
        }

        if (root.Cause is not (Cause.NothingFound or Cause.AlreadySent))
        {
            return ProblemFlow.Present(dialog, report, lead);
        }

        return Finish(dialog, report, lead, open);
    }

    private static DialogOutcome Finish(DialogContext dialog, AccountReport report, string lead, OpenProblem solved)
    {
        var root = report.Diagnosis.Root;
        var remedy = dialog.Library.RemediesFor(root.Cause)[0];
        var article = dialog.Library.Find(dialog.State.FeedbackLater?.ArticleId ?? solved.ArticleId) ?? remedy.Article;
        dialog.Leave();
        dialog.Remember(report);
        ProblemFlow.Open(dialog, remedy, [root]);
        if (root.Cause == Cause.AlreadySent)
        {
            dialog.Say(Listing.Paragraphs(
                lead,
                report.Subject is { } sent ? AboutProblems.HasBeenSent(dialog.Format.Settlement(sent)) : null,
                Listing.Sentences(ProblemFlow.Facts(dialog, [root]))));
        }
        else if (report.Subject is { } ready)
        {
            dialog.Say(Listing.Paragraphs(
                lead, AboutProblems.ReadyToSend(dialog.Format.Settlement(ready), Listing.Platform(report.Platform))));
            dialog.State = dialog.State with { WaitingFor = Waiting.Send };
            return FeedbackFlow.AskLater(dialog, article, [.. SendFlow.Choices(dialog.State), .. ProblemFlow.OtherSettlement(dialog)]);
        }
        else
        {
            dialog.Say(lead);
        }

        return FeedbackFlow.Ask(dialog, article, ProblemFlow.OtherSettlement(dialog));
    }

    private static DialogOutcome StillThere(DialogContext dialog, AccountReport report, OpenProblem open)
    {
        var waiting = dialog.State.WaitingFor;
        var root = report.Diagnosis.Root;
        var problem = ProblemKey.Together(report.Diagnosis, root);
        var factsBefore = ProblemKey.Together(dialog.State.Diagnosis ?? report.Diagnosis, open.Finding).Sum(f => f.Evidence.Count);
        dialog.Remember(report);
        if (root.Cause == Cause.NothingFound)
        {
            return StillNothing(dialog, report, problem, waiting);
        }

        if (root.Cause is Cause.CouldNotCheck or Cause.AlreadySent or Cause.PartiallySent)
        {
            return ProblemFlow.Present(dialog, report);
        }

        if (root.FixedBy == FixedBy.Nobody)
        {
            return StillWaiting(dialog, problem);
        }

        if (root.FixedBy == FixedBy.Support)
        {
            return StillSupport(dialog, report, problem, open);
        }

        if (problem.Sum(f => f.Evidence.Count) < factsBefore && waiting == Waiting.Fix)
        {
            dialog.Say(AboutProblems.SomeProgress(ProblemFlow.Facts(dialog, problem)));
            dialog.Offer(FixFlow.Choices(dialog));
            return dialog.End();
        }

        if (dialog.State.Purpose == Purpose.Again && waiting == Waiting.Fix)
        {
            return Remind(dialog, problem);
        }

        var remedy = FixFlow.NextRemedy(dialog, root) ?? dialog.Library.RemediesFor(root.Cause)[0];
        return FixFlow.Show(dialog, remedy, problem, AboutProblems.StillThere(ProblemFlow.Facts(dialog, problem)));
    }

    private static DialogOutcome StillNothing(DialogContext dialog, AccountReport report, IReadOnlyList<Finding> problem, Waiting waiting)
    {
        if (dialog.State.Purpose == Purpose.Again && waiting == Waiting.Send)
        {
            return Remind(dialog, problem);
        }

        if (report.Subject is not { } subject || FixFlow.NextRemedy(dialog, problem[0]) is not { } remedy)
        {
            dialog.Say(AboutProblems.NothingMoved);
            return TicketFlow.Propose(dialog);
        }

        return FixFlow.Show(dialog, remedy, problem, AboutProblems.NotSentYet(dialog.Format.Settlement(subject)), waiting);
    }

    /// <summary>Told of the problem once more, not that the fix was made: the same fix still stands.</summary>
    private static DialogOutcome Remind(DialogContext dialog, IReadOnlyList<Finding> problem)
    {
        dialog.Say(AboutProblems.StillThereBefore(ProblemFlow.Facts(dialog, problem)));
        return AnswerFlow.Resume(dialog) ?? dialog.End();
    }

    /// <summary>A step that has changed since it was shown would be checked against the wrong words.</summary>
    private static bool GuideHasChanged(DialogContext dialog, OpenProblem open) =>
        !(dialog.Library.Find(open.ArticleId) is { } article && article.Version == open.ArticleVersion && article.FindStep(open.StepId) is not null);

    private static DialogOutcome StillWaiting(DialogContext dialog, IReadOnlyList<Finding> problem)
    {
        var step = dialog.Library.RemediesFor(problem[0].Cause)[0].Step;
        dialog.Say(AboutProblems.StillWaiting(ProblemWords.For(dialog, problem).Message(step) ?? ""));
        dialog.Offer([Choice.CheckAgain, .. ReminderFlow.Choices(dialog), Choice.Explain, .. ProblemFlow.OtherSettlement(dialog)]);
        return dialog.End();
    }

    /// <summary>A card that is still open is not shown twice.</summary>
    private static DialogOutcome StillSupport(DialogContext dialog, AccountReport report, IReadOnlyList<Finding> problem, OpenProblem open)
    {
        if (open.Finding.FixedBy != FixedBy.Support)
        {
            return ProblemFlow.Present(dialog, report, AboutProblems.StillThereNow);
        }

        dialog.Say(AboutProblems.StillThere(ProblemFlow.Facts(dialog, problem)));
        return dialog.State.Draft is null ? TicketFlow.Propose(dialog) : TicketFlow.Remind(dialog);
    }

    private static DialogOutcome CannotConfirm(DialogContext dialog, AccountReport report)
    {
        dialog.Say(Listing.Paragraphs(
            AboutProblems.CannotConfirm, AboutProblems.CouldNotCheck(report.Diagnosis.Checks), AboutProblems.WillLookAgain));
        return FollowUpFlow.WaitAndLookAgain(dialog);
    }
}
