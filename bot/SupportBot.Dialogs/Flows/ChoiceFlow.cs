using System.Diagnostics;
using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Phrases;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Dialogs.Flows;

/// <summary>An answer that stands on a button, pressed or said in other words; yes and no depend on what was asked.</summary>
internal static class ChoiceFlow
{
    public static DialogOutcome Chose(DialogContext dialog, Choice choice)
    {
        switch (choice)
        {
            case Choice.SettlementNotSending:
            case Choice.CheckAccount:
                dialog.Leave();
                return dialog.Diagnose(Purpose.Problem, DiagnosisScope.Everything);
            case Choice.Person:
                return HandoffFlow.Start(dialog);
            case Choice.Done when dialog.State.Survey is { Helped: null } asked:
                return SurveyFlow.Yes(dialog, asked);
            case Choice.StillNotSending when dialog.State.Survey is { Helped: null } asked:
                return SurveyFlow.No(dialog, asked);
            case Choice.Done:
                Claim(dialog);
                goto case Choice.StillNotSending;
            case Choice.StillNotSending:
                TriedSteps.NoteOpenFix(dialog);
                return RecheckFlow.Start(dialog);
            case Choice.SendNow:
                return SendFlow.Start(dialog);
            case Choice.SendMissing:
                return SendFlow.SendMissing(dialog);
            case Choice.CheckAgain:
                return RecheckFlow.Start(dialog);
            case Choice.Explain:
                return RepairFlow.Clarify(dialog);
            case Choice.OtherSettlement:
                return SettlementFlow.Offer(dialog);
            case Choice.SendTicket:
                return TicketFlow.Submit(dialog);
            case Choice.NotNow when dialog.State is { WaitingFor: Waiting.Send, Draft: null }:
                return SendFlow.Declined(dialog);
            case Choice.NotNow:
                return TicketFlow.NotNow(dialog);
            case Choice.TellMe:
                return ReminderFlow.Start(dialog);
            case Choice.DontTellMe:
                return ReminderFlow.Cancel(dialog);
            case Choice.PassOn:
                return ForwardFlow.Start(dialog);
            case Choice.BotBack:
                dialog.Say(AboutSupport.BotIsHere);
                return RepairFlow.Openings(dialog);
            case Choice.Transcript:
                return TranscriptFlow.Give(dialog);
            case Choice.ReopenCase:
                return SupportFlow.Reopen(dialog);
            case Choice.Yes:
                return Yes(dialog);
            case Choice.No:
                return No(dialog);
            default:
                throw new UnreachableException();
        }
    }

    private static void Claim(DialogContext dialog)
    {
        if (dialog.State.Problem is not null)
        {
            dialog.Conclude(Ending.Claimed);
        }
    }

    private static DialogOutcome Yes(DialogContext dialog)
    {
        var state = dialog.State;
        if (state.Feedback is { } question)
        {
            return FeedbackFlow.Answered(dialog, question, true);
        }

        if (state.Survey is { } survey)
        {
            return SurveyFlow.Yes(dialog, survey);
        }

        switch (state.WaitingFor)
        {
            case Waiting.Ticket:
                return TicketFlow.Submit(dialog);
            case Waiting.Fix:
            case Waiting.Send:
                return Chose(dialog, Choice.Done);
            case Waiting.Time:
                return Chose(dialog, Choice.CheckAgain);
            case Waiting.Sending:
                return Chose(dialog, Choice.SendNow);
            default:
                dialog.Say(SmallTalk.WhatNow);
                return RepairFlow.Openings(dialog);
        }
    }

    private static DialogOutcome No(DialogContext dialog)
    {
        var state = dialog.State;
        if (state.Feedback is { } question)
        {
            return FeedbackFlow.Answered(dialog, question, false);
        }

        if (state.Survey is { } survey)
        {
            return SurveyFlow.No(dialog, survey);
        }

        switch (state.WaitingFor)
        {
            case Waiting.Ticket:
            case Waiting.TicketField:
                return TicketFlow.NotNow(dialog);
            case Waiting.Send when state.FeedbackLater is not null:
                return SendFlow.Declined(dialog);
            case Waiting.Fix:
            case Waiting.Send:
                // "No" says nothing about having tried, but never ends in the same words again.
                return RecheckFlow.Start(dialog);
            default:
                dialog.Say(SmallTalk.AllRight);
                return RepairFlow.Openings(dialog);
        }
    }
}
