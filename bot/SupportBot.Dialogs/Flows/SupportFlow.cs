using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Phrases;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Dialogs.Flows;

/// <summary>What support did is told, as far as it concerns the person.</summary>
internal static class SupportFlow
{
    /// <summary>The account is looked at again, so that the person can go on from there.</summary>
    public static DialogOutcome Acted(DialogContext dialog, DialogInput.SupportActed acted)
    {
        dialog.Leave();
        dialog.Say(AboutWork.SupportActed(acted.Action));
        return dialog.Diagnose(Purpose.Problem, acted.SettlementId is null ? DiagnosisScope.Everything : new DiagnosisScope(acted.SettlementId));
    }

    public static DialogOutcome Moved(DialogContext dialog, DialogInput.CaseMoved moved)
    {
        switch (moved.Step)
        {
            case CaseStep.Taken:
                dialog.Say(AboutSupport.Taken(moved.AgentName, moved.Reference));
                return dialog.End();
            case CaseStep.PutOff:
                dialog.Say(AboutSupport.PutOff(moved.AgentName, moved.Reference, dialog.Format.Moment(moved.Until!.Value.UtcDateTime)));
                return dialog.End();
            case CaseStep.Reopened:
                dialog.Say(AboutSupport.Reopened(moved.Reference));
                return dialog.End();
            case CaseStep.Returned:
                StartAfresh(dialog);
                dialog.Say(AboutSupport.Returned(moved.AgentName, moved.Reference));
                dialog.Offer(Choice.CheckAccount);
                return dialog.End();
            default:
                StartAfresh(dialog);
                dialog.Say(AboutSupport.Resolved(moved.AgentName, moved.Reference));
                dialog.Offer(Choice.CheckAccount);
                return dialog.End();
        }
    }

    public static DialogOutcome NobodyAnswered(DialogContext dialog, DialogInput.NobodyAnswered waited)
    {
        dialog.Say(AboutSupport.StillWaiting(waited.Reference));
        return dialog.End();
    }

    /// <summary>Old requests must not fire again: what was under way before support had the case is over.</summary>
    private static void StartAfresh(DialogContext dialog) => dialog.State = DialogState.Initial with
    {
        Greeted = true,
        UsedCards = dialog.State.UsedCards,
        Reminders = dialog.State.Reminders,
        Forwarded = dialog.State.Forwarded,
        Case = dialog.State.Case,
        LastNumber = dialog.State.LastNumber,
        SentReference = dialog.State.SentReference,
        FeedbackAsked = dialog.State.FeedbackAsked,
        Ending = dialog.State.Ending,
    };
}
