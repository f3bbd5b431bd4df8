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

    public static KnownCase? FindAwaited(DialogContext dialog, string token) => dialog.State.Forwarded.FirstOrDefault(c => c.NewsToken == token);

    public static DialogOutcome SolvedElsewhere(DialogContext dialog, string caseId)
    {
        if (Find(dialog, caseId) is not { } passedOn)
        {
            return dialog.End();
        }

        dialog.State = dialog.State with { Purpose = Purpose.CaseNews, Looking = caseId };
        return dialog.End(new DialogEffect.Diagnose(passedOn.Content.Scope));
    }

    /// <summary>What the other person was told is checked once more: it may be back, and then there is no news.</summary>
    public static DialogOutcome LookedAtNews(DialogContext dialog, AccountReport report)
    {
        if (Find(dialog, dialog.State.Looking) is not { } passedOn)
        {
            return dialog.End();
        }

        var problem = passedOn.Content.Problem;
        return IsOver(dialog, report.Diagnosis, problem) ? TellNews(dialog, report, passedOn)
            : report.Diagnosis.Findings.Any(f => ProblemKey.Of(f) == problem.Key) ? IsBack(dialog, passedOn)
            : LookLater(dialog, passedOn);
    }

    public static DialogOutcome CouldNotLookAtNews(DialogContext dialog) =>
        Find(dialog, dialog.State.Looking) is { } passedOn ? LookLater(dialog, passedOn) : dialog.End();

    /// <summary>The news came at a bad moment; a look that never gets through is told as that.</summary>
    public static DialogOutcome LookLater(DialogContext dialog, KnownCase passedOn)
    {
        if (LookAgain.After(passedOn.NewsLooks) is { } after)
        {
            var next = passedOn with { NewsToken = dialog.NextId("news"), NewsLooks = passedOn.NewsLooks + 1 };
            Replace(dialog, passedOn, next);
            return dialog.End(new DialogEffect.FollowUp(next.NewsToken, after));
        }

        Replace(dialog, passedOn);
        if (dialog.Turn.HasOwner)
        {
            return dialog.End();
        }

        dialog.Say(AboutForwarding.NewsNotSeen);
        dialog.OfferAgain(Choice.CheckAgain);
        return dialog.End();
    }

    private static DialogOutcome IsBack(DialogContext dialog, KnownCase passedOn)
    {
        Replace(dialog, passedOn, passedOn with { NewsToken = null, NewsLooks = 0 });
        return dialog.End();
    }

    private static DialogOutcome TellNews(DialogContext dialog, AccountReport report, KnownCase passedOn)
    {
        var problem = passedOn.Content.Problem;
        Replace(dialog, passedOn);
        if (dialog.State.Problem?.Key == problem.Key)
        {
            dialog.Say(AboutForwarding.News);
            return RecheckFlow.Looked(dialog, report);
        }

        var verified = dialog.Library.Find(problem.ArticleId)?.FindStep(problem.StepId)?.Verified ?? "";
        dialog.Say(AboutForwarding.NewsBeside(ProblemWords.For(dialog, [problem.Finding]).In(verified)));
        dialog.OfferAgain(Choice.CheckAccount);
        return dialog.End();
    }

    private static KnownCase? Find(DialogContext dialog, string? caseId) => dialog.State.Forwarded.LastOrDefault(c => c.Id == caseId);

    private static void Replace(DialogContext dialog, KnownCase known, params IEnumerable<KnownCase> by) =>
        dialog.State = dialog.State with { Forwarded = [.. dialog.State.Forwarded.Where(c => c.Id != known.Id), .. by] };

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
