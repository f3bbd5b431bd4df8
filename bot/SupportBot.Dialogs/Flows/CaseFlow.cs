using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Phrases;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Dialogs.Flows;

/// <summary>A case that was passed on: for the person who was asked, and news of it for the one who asked.</summary>
internal static class CaseFlow
{
    public static DialogOutcome Requested(DialogContext dialog, string caseId) =>
        dialog.State.Greeted ? dialog.End() : dialog.End(new DialogEffect.FindCase(caseId));

    public static DialogOutcome Found(DialogContext dialog, DialogInput.CaseFound found)
    {
        if (found.Problem is not { } passedOn)
        {
            dialog.Say(AboutForwarding.LinkLeadsNowhere);
            return RepairFlow.Greet(dialog);
        }

        dialog.State = dialog.State with { Greeted = true, Case = new KnownCase(found.CaseId, passedOn), Platform = passedOn.Platform };
        dialog.Say(AboutForwarding.Passed(found.From, Headline(dialog, passedOn.Problem)));
        return dialog.Diagnose(Purpose.Case, passedOn.Scope);
    }

    /// <summary>Looked at afresh: what was seen when it was passed on proves nothing any more.</summary>
    public static DialogOutcome Looked(DialogContext dialog, AccountReport report)
    {
        var problem = dialog.State.Case!.Content.Problem;
        if (!IsOver(dialog, report.Diagnosis, problem))
        {
            return ProblemFlow.Present(dialog, report);
        }

        dialog.Solved(problem.Key);
        return ProblemFlow.Present(dialog, report, AboutForwarding.AlreadyRight);
    }

    public static DialogOutcome SolvedElsewhere(DialogContext dialog, string caseId)
    {
        if (dialog.State.Forwarded.LastOrDefault(c => c.Id == caseId) is not { } passedOn)
        {
            return dialog.End();
        }

        dialog.State = dialog.State with { Purpose = Purpose.CaseNews, Looking = caseId };
        return dialog.End(new DialogEffect.Diagnose(passedOn.Content.Scope));
    }

    /// <summary>What the other person was told is checked once more: it may be back, and then there is no news.</summary>
    public static DialogOutcome LookedAtNews(DialogContext dialog, AccountReport report)
    {
        var state = dialog.State;
        if (state.Forwarded.LastOrDefault(c => c.Id == state.Looking) is not { } passedOn || !IsOver(dialog, report.Diagnosis, passedOn.Content.Problem))
        {
            return dialog.End();
        }

        var problem = passedOn.Content.Problem;
        dialog.State = state with { Forwarded = [.. state.Forwarded.Where(c => c.Id != passedOn.Id)] };
        if (state.Problem?.Key == problem.Key)
        {
            dialog.Say(AboutForwarding.News);
            return RecheckFlow.Looked(dialog, report);
        }

        var verified = dialog.Library.Find(problem.ArticleId)?.FindStep(problem.StepId)?.Verified ?? "";
        dialog.Say(AboutForwarding.NewsBeside(ProblemWords.For(dialog, [problem.Finding]).In(verified)));
        dialog.OfferAgain(Choice.CheckAccount);
        return dialog.End();
    }

    private static bool IsOver(DialogContext dialog, Diagnosis diagnosis, OpenProblem problem) =>
        !diagnosis.Findings.Any(f => ProblemKey.Of(f) == problem.Key)
        && dialog.Library.Find(problem.ArticleId)?.FindStep(problem.StepId) is { } step
        && RecheckFlow.HasPassed(diagnosis, step, problem);

    private static string Headline(DialogContext dialog, OpenProblem problem)
    {
        var step = dialog.Library.Find(problem.ArticleId)?.FindStep(problem.StepId) ?? dialog.Library.RemediesFor(problem.Finding.Cause)[0].Step;
        return ProblemWords.For(dialog, [problem.Finding]).In(step.Headline);
    }
}
