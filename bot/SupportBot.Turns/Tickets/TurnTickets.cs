using Microsoft.EntityFrameworkCore;
using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Results;
using SupportBot.Escalation;
using SupportBot.Storage;
using SupportBot.Storage.Conversations;
using SupportBot.Storage.Tickets;

namespace SupportBot.Turns.Tickets;

/// <summary>The tickets of a turn: opened and noted on in the same commit as the message that tells of it.</summary>
internal sealed class TurnTickets(TicketDesk desk, TicketQueue queue, TicketWatches watches, IDbContextFactory<SupportDbContext> contexts)
{
    /// <summary>Puts the conversation into the queue, with a ticket of its own or the one that support still has of it.</summary>
    public async Task<DialogInput> OpenAsync(TicketDraft draft, TurnWork work, CancellationToken cancellationToken)
    {
        if (await FindOpenAsync(work, cancellationToken) is { } still)
        {
            return queue.Resume(still, TicketAbout.Of(draft), work);
        }

        var ticket = Open(
            new TicketOpening
            {
                Reason = draft.Reason,
                ConversationId = work.Conversation.Id,
                ChannelOfOrigin = work.Conversation.Channel,
                Now = work.Now,
                SalesChannel = draft.SalesChannel,
                Marketplace = draft.Marketplace,
                SettlementId = draft.SettlementId,
                AlsoSettlements = draft.AlsoSettlements,
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
        return new DialogInput.TicketOpened(ticket.Reference, ticket.EarlierReference);
    }

    /// <summary>The ticket of a turn that could not be run.</summary>
    public async Task<string> OpenForInternalErrorAsync(TurnWork work, CancellationToken cancellationToken)
    {
        if (await FindOpenAsync(work, cancellationToken) is { } still)
        {
            queue.Resume(still, "the bot could not answer", work);
            return still.Ticket.Reference;
        }

        var opening = new TicketOpening
        {
            Reason = TicketReason.InternalError,
            ConversationId = work.Conversation.Id,
            ChannelOfOrigin = work.Conversation.Channel,
            Now = work.Now,
        };
        return Open(opening, work).Reference;
    }

    /// <summary>The seller wants a case that is over to go on.</summary>
    public async Task<DialogInput> ReopenAsync(string reference, TurnWork work, CancellationToken cancellationToken)
    {
        var change = await EditAsync(reference, work, cancellationToken)
            ?? throw new InvalidOperationException($"Conversation {work.Conversation.Id} has no ticket {reference}.");
        return IsOpen(change.Ticket) ? queue.Resume(change, "asked to open the case again", work) : queue.Reopen(change, work);
    }

    /// <summary>Changes to a ticket of this conversation; the same for the whole turn, and committed with it.</summary>
    public async Task<TicketChange?> EditAsync(string reference, TurnWork work, CancellationToken cancellationToken)
    {
        if (work.Ticket?.Ticket.Reference != reference)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var ticket = await db.Tickets.AsNoTracking().Include(t => t.History)
                .FirstOrDefaultAsync(t => t.Reference == reference && t.ConversationId == work.Conversation.Id, cancellationToken);
            work.Ticket = ticket is null ? null : new TicketChange(ticket);
        }

        return work.Ticket;
    }

    /// <summary>Whether the case that support had last of this conversation has been given back to the bot.</summary>
    public async Task<bool> IsReturnedAsync(TurnWork work, CancellationToken cancellationToken) =>
        work.Conversation.TicketReference is { } reference && await EditAsync(reference, work, cancellationToken) is { Ticket.Status: TicketStatus.Returned };

    /// <summary>Something new about a case that support has: kept with the ticket, and said in its thread.</summary>
    /// <param name="wakes">Whether a case that was put off is to wait for somebody again: a word of thanks is no reason.</param>
    public async Task NoteAsync(string reference, string note, bool wakes, TurnWork work, CancellationToken cancellationToken)
    {
        if (await EditAsync(reference, work, cancellationToken) is not { } change)
        {
            return;
        }

        var waitsAlready = WaitsForAnswer(change.Ticket);
        change.Note(TicketAuthor.Seller, note, work.Now);
        work.Promise(TicketWork.Post(SellerPost.Of(reference, note, work)));
        switch (change.Ticket.Status)
        {
            case TicketStatus.Claimed when !waitsAlready:
                watches.ExpectAnswer(change.Ticket, work);
                break;
            case TicketStatus.Snoozed when wakes:
                queue.Wake(change, "is active again: the seller wrote", work);
                break;
        }
    }

    /// <summary>The seller says at the end whether it helped.</summary>
    public async Task AnswerSurveyAsync(DialogEffect.AnswerSurvey answer, TurnWork work, CancellationToken cancellationToken)
    {
        if (await EditAsync(answer.Reference, work, cancellationToken) is not { } change)
        {
            return;
        }

        change.Ticket.Helped = answer.Helped ?? change.Ticket.Helped;
        if (answer.Helped is { } helped)
        {
            change.Note(TicketAuthor.Seller, helped ? "said that it helped" : "said that it did not help", work.Now);
        }

        if (answer.Comment is { } comment)
        {
            change.Note(TicketAuthor.Seller, $"commented: {comment}", work.Now);
            work.Promise(TicketWork.Post(SellerPost.Of(answer.Reference, comment, work)));
        }
    }

    /// <summary>The seller goes on with the bot; the case waits for whoever of the team comes first.</summary>
    public async Task LeaveQueueAsync(TurnWork work, CancellationToken cancellationToken)
    {
        (work.Conversation.Owner, work.Conversation.AgentName) = (ConversationOwner.Bot, null);
        if (work.Conversation.TicketReference is { } reference && await EditAsync(reference, work, cancellationToken) is { } change)
        {
            queue.Leave(change, work);
        }
    }

    private async Task<TicketChange?> FindOpenAsync(TurnWork work, CancellationToken cancellationToken) =>
        work.Conversation.TicketReference is { } earlier && await EditAsync(earlier, work, cancellationToken) is { } change && IsOpen(change.Ticket) ? change : null;

    /// <summary>The seller has written since an agent did anything, so the answer is awaited already.</summary>
    private static bool WaitsForAnswer(Ticket ticket) => ticket.History.OrderBy(e => e.Number)
        .LastOrDefault(e => e.By == TicketAuthor.Seller || e.By.StartsWith(TicketAuthor.Agent(""), StringComparison.Ordinal))?.By == TicketAuthor.Seller;

    private static bool IsOpen(Ticket ticket) => ticket.Status is TicketStatus.Waiting or TicketStatus.Claimed or TicketStatus.Snoozed;

    private Ticket Open(TicketOpening opening, TurnWork work)
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
        ticket.EarlierReference = work.Conversation.TicketReference;
        work.Queue(ticket.Reference);
        work.Changes.Add(db => db.Tickets.Add(ticket));
        work.Promise(TicketWork.Card(ticket.Reference));
        watches.Wait(ticket, work);
        watches.Deliver(ticket, work);
        return ticket;
    }
}
