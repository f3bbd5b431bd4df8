using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Phrases;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Dialogs.Flows;

/// <summary>Looks again by itself after a check could not run, and speaks only if it has news and the person has not moved on.</summary>
internal static class FollowUpFlow
{
    private static readonly TimeSpan s_after = TimeSpan.FromSeconds(20);

    public static DialogOutcome WaitAndLookAgain(DialogContext dialog)
    {
        var token = dialog.NextId("follow-up");
        dialog.State = dialog.State with { WaitingFor = Waiting.Time, FollowUp = token };
        dialog.Offer([Choice.CheckAgain, .. ReminderFlow.Choices(dialog)]);
        return dialog.End(new DialogEffect.FollowUp(token, s_after));
    }

    public static DialogOutcome Due(DialogContext dialog, string token)
    {
        if (dialog.State.FollowUp != token)
        {
            return dialog.End();
        }

        dialog.State = dialog.State with { FollowUp = null };
        return dialog.Diagnose(Purpose.FollowUp, dialog.State.Scope);
    }

    public static DialogOutcome Looked(DialogContext dialog, AccountReport report)
    {
        if (report.Diagnosis.RootCause == Cause.CouldNotCheck)
        {
            return dialog.End();
        }

        return dialog.State.Problem is null
            ? ProblemFlow.Present(dialog, report, AboutProblems.LookedAgain)
            : RecheckFlow.Looked(dialog, report);
    }

    public static DialogOutcome CouldNotLook(DialogContext dialog)
    {
        if (dialog.State.Purpose == Purpose.FollowUp)
        {
            return dialog.End();
        }

        dialog.Say(Listing.Paragraphs(AboutProblems.CouldNotLook, AboutProblems.WillLookAgain));
        return WaitAndLookAgain(dialog);
    }
}
