using Microsoft.EntityFrameworkCore;
using SupportBot.Dialogs.Results;
using SupportBot.Escalation;
using SupportBot.Storage;
using SupportBot.Storage.Conversations;
using SupportBot.Storage.Tickets;

namespace SupportBot.Turns;

/// <summary>The tickets of a turn: opened and noted on in the same commit as the message that tells of it.</summary>
internal sealed class TurnTickets(TicketDesk desk, IDbContextFactory<SupportDbContext> contexts)
{
    /// <summary>Opens the ticket and puts the conversation into the queue. Returns the reference.</summary>
    public string Open(TicketDraft draft, TurnWork work) => Open(
        new TicketOpening
        {
            Reason = draft.Reason,
            ConversationId = work.Conversation.Id,
            ChannelOfOrigin = work.Conversation.Channel,
            Now = work.Now,
            SalesChannel = draft.SalesChannel,
            Marketplace = draft.Marketplace,
            SettlementId = draft.SettlementId,
            SettlementDate = draft.SettlementDate,
            SettlementFrom = draft.SettlementFrom,
            SettlementTo = draft.SettlementTo,
            ErrorText = draft.ErrorText,
            Comment = draft.Comment,
            TriedSteps = draft.TriedSteps,
            Diagnosis = draft.Diagnosis,
            RequestedAction = draft.RequestedAction,
        },
        work);

    /// <summary>The ticket of a turn that could not be run.</summary>
    public string OpenForInternalError(TurnWork work) => Open(
        new TicketOpening
        {
            Reason = TicketReason.InternalError,
            ConversationId = work.Conversation.Id,
            ChannelOfOrigin = work.Conversation.Channel,
            Now = work.Now,
        },
        work);

    /// <summary>The reference of the conversation's latest ticket that support still has.</summary>
    public async Task<string?> FindOpenAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Tickets
            .Where(t => t.ConversationId == conversationId && t.Status != TicketStatus.Resolved && t.Status != TicketStatus.Returned)
            .OrderByDescending(t => t.CreatedAt)
            .Select(t => t.Reference)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>A ticket that changed meanwhile is a conflict: the turn runs again.</summary>
    public async Task NoteAsync(string reference, string note, TurnWork work, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ticket = await db.Tickets.AsNoTracking().Include(t => t.History).FirstAsync(t => t.Reference == reference, cancellationToken);
        work.Changes.Add(TicketNotes.Add(ticket, TicketAuthor.Seller, note, work.Now));
    }

    private string Open(TicketOpening opening, TurnWork work)
    {
        var profile = work.Profile;
        var ticket = desk.Open(
            opening with
            {
                Seller = new TicketSeller(profile.SellerId, profile.SellerName),
                User = profile.UserId is null
                    ? null
                    : new TicketUser(profile.UserId, profile.UserName ?? profile.UserId, profile.UserEmail, profile.UserRole),
            },
            work.Attempt);
        work.Conversation.Owner = ConversationOwner.WaitingForAgent;
        work.Conversation.Outcome = ConversationOutcome.Escalated;
        work.OpenedTicket = ticket.Reference;
        work.Changes.Add(db => db.Tickets.Add(ticket));
        return ticket.Reference;
    }
}
