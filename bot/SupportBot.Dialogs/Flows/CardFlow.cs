using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Phrases;
using SupportBot.Dialogs.Results;

namespace SupportBot.Dialogs.Flows;

/// <summary>Buttons on cards. A card that was used or replaced changes nothing and says so.</summary>
internal static class CardFlow
{
    public static DialogOutcome Pressed(DialogContext dialog, DialogInput.CardAction press)
    {
        if (press.Verb == CardVerbs.CopyNote)
        {
            return LeaveAsItIs(dialog, AboutForwarding.CopyByHand);
        }

        if (dialog.State.Card is not { } card || card.Id != press.CardId)
        {
            return Late(dialog, press);
        }

        switch (press.Verb)
        {
            case CardVerbs.PickSettlement when press.Values.GetValueOrDefault("settlementId") is { } id && card.SettlementIds.Contains(id):
                return SettlementFlow.Look(dialog, id);
            case CardVerbs.SendTicket when card.Verb == CardVerbs.SendTicket:
                return TicketFlow.Submit(dialog, press.Values);
            case CardVerbs.CancelTicket when card.Verb == CardVerbs.SendTicket:
                return TicketFlow.NotNow(dialog);
            default:
                return LeaveAsItIs(dialog, AboutTickets.CardReplaced);
        }
    }

    public static DialogOutcome Late(DialogContext dialog, DialogInput.CardAction press)
    {
        var reference = dialog.Turn.TicketReference ?? dialog.State.SentReference;
        if (press.Verb == CardVerbs.SendTicket && reference is not null && dialog.State.Draft is null)
        {
            return LeaveAsItIs(dialog, AboutTickets.AlreadySent(reference));
        }

        if (press.Verb == CardVerbs.PickSettlement
            && press.Values.GetValueOrDefault("settlementId") == (dialog.State.Scope.SettlementId ?? dialog.State.Subject?.Id))
        {
            return LeaveAsItIs(dialog, AboutProblems.AlreadyOnIt);
        }

        return LeaveAsItIs(dialog, dialog.State.UsedCards.Contains(press.CardId) ? AboutTickets.CardUsed : AboutTickets.CardReplaced);
    }

    private static DialogOutcome LeaveAsItIs(DialogContext dialog, string words)
    {
        dialog.Say(words);
        if (!dialog.Turn.HasOwner)
        {
            dialog.OfferAgain(Choice.CheckAccount);
        }

        return dialog.End();
    }
}
