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
                return Hold(dialog, AboutSupport.Taken(moved.AgentName, moved.Reference));
            case CaseStep.TakenByAnswer:
                return Hold(dialog, AboutSupport.TakenByAnswer(moved.AgentName, moved.Reference));
            case CaseStep.Answered:
                return Hold(dialog, null);
            case CaseStep.PutOff:
                dialog.Say(AboutSupport.PutOff(moved.AgentName, moved.Reference, dialog.Format.Appointment(moved.Until!.Value.UtcDateTime)));
                return dialog.End();
            case CaseStep.Reopened:
                return Hold(dialog, dialog.Turn.Owner == TurnOwner.Agent
                    ? AboutSupport.ReopenedBy(moved.AgentName, moved.Reference)
                    : AboutSupport.Reopened(moved.Reference, dialog.Turn.Support, dialog.Format));
            case CaseStep.Returned:
                dialog.StartAfresh();
                dialog.Say(AboutSupport.Returned(moved.AgentName, moved.Reference));
                dialog.Offer(Choice.CheckAccount);
                return dialog.End();
            default:
                dialog.StartAfresh();
                return SurveyFlow.Ask(dialog, moved);
        }
    }

    /// <summary>From here on the person may go on with the bot, until somebody of the team speaks.</summary>
    public static DialogOutcome NobodyAnswered(DialogContext dialog, DialogInput.NobodyAnswered waited)
    {
        dialog.State = dialog.State with { BotOffered = waited.Reference };
        dialog.Say(AboutSupport.NobodyAnswered(waited.Reference, waited.AgentName));
        OwnedFlow.OfferBot(dialog);
        return dialog.End();
    }

    /// <summary>The bot answers again, and the case keeps its place.</summary>
    public static DialogOutcome LeaveQueue(DialogContext dialog)
    {
        dialog.StartAfresh();
        dialog.Say(AboutSupport.BotIsBack(dialog.Turn.TicketReference!));
        dialog.Offer(Choice.SettlementNotSending, Choice.CheckAccount);
        return dialog.End(new DialogEffect.LeaveQueue());
    }

    public static DialogOutcome Reopen(DialogContext dialog)
    {
        if (dialog.Turn.TicketReference is { } reference)
        {
            dialog.StartAfresh();
            return dialog.End(new DialogEffect.ReopenCase(reference));
        }

        dialog.Say(AboutSupport.NoCase);
        dialog.Offer(Choice.CheckAccount);
        return dialog.End();
    }

    private static DialogOutcome Hold(DialogContext dialog, string? words)
    {
        dialog.State = dialog.State with { BotOffered = null };
        if (words is not null)
        {
            dialog.Say(words);
        }

        return dialog.End();
    }
}
