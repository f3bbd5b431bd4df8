using SupportBot.Dialogs.Engine;
using SupportBot.Escalation;
using SupportBot.Escalation.Lifecycle;
using SupportBot.Storage.Conversations;
using SupportBot.Storage.Tickets;
using SupportBot.Turns.Desk;

namespace SupportBot.Turns.Tickets;

/// <summary>How a ticket comes to wait for somebody of the team again, other than by what agents do.</summary>
internal sealed class TicketQueue(TicketWatches watches)
{
    /// <summary>Puts a ticket that was put off back into the queue.</summary>
    public void Wake(TicketChange change, string why, TurnWork work) => Wait(change, TicketAuthor.System, why, work);

    /// <summary>The seller opens a case that was over.</summary>
    public DialogInput Reopen(TicketChange change, TurnWork work)
    {
        var reference = change.Ticket.Reference;
        Wait(change, TicketAuthor.Seller, "opened it again", work);
        work.Queue(reference);
        work.Promise(TicketWork.Post(new TicketPost { Reference = reference, Text = DeskWords.ReopenedBySeller }));
        return new DialogInput.CaseMoved(CaseStep.Reopened, reference, "");
    }

    /// <summary>The seller goes on with the bot. Whoever had the case was silent, so anybody may take it.</summary>
    public void Leave(TicketChange change, TurnWork work)
    {
        const string Left = "went on with the bot while waiting";
        if (change.Ticket.Status == TicketStatus.Claimed)
        {
            Wait(change, TicketAuthor.Seller, Left, work);
        }
        else
        {
            change.Note(TicketAuthor.Seller, Left, work.Now);
        }
    }

    /// <summary>The seller had gone on with the bot while support still has the case: that one is gone on with.</summary>
    /// <param name="about">What the seller wants support for.</param>
    public DialogInput Resume(TicketChange still, string about, TurnWork work)
    {
        var ticket = still.Ticket;
        still.Note(TicketAuthor.Seller, $"wants support again: {about}", work.Now);
        work.Promise(TicketWork.Post(new TicketPost { Reference = ticket.Reference, Text = DeskWords.WantsSupportAgain(about) }));
        work.Queue(ticket.Reference);
        switch (ticket.Status)
        {
            case TicketStatus.Claimed:
                (work.Conversation.Owner, work.Conversation.AgentName) = (ConversationOwner.Agent, ticket.Agent);
                watches.ExpectAnswer(ticket, work);
                return new DialogInput.TicketResumed(ticket.Reference, new SupportAgent(ticket.AgentId ?? "", ticket.Agent ?? "").FirstName);
            case TicketStatus.Snoozed:
                Wake(still, "is active again: the seller wants support", work);
                break;
            default:
                watches.ExpectSomebody(ticket, work);
                break;
        }

        return new DialogInput.TicketResumed(ticket.Reference, null);
    }

    private void Wait(TicketChange change, string by, string why, TurnWork work)
    {
        var ticket = change.Ticket;
        (ticket.Status, ticket.Agent, ticket.AgentId, ticket.SnoozedUntil) = (TicketStatus.Waiting, null, null, null);
        (ticket.ResolvedAs, ticket.IsOffered) = (null, false);
        change.Move(by, why, work.Now);
        watches.Wait(ticket, work);
    }
}
