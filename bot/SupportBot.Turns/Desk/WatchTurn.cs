using Microsoft.Extensions.Options;
using SupportBot.Dialogs.Engine;
using SupportBot.Escalation;
using SupportBot.Escalation.Hours;
using SupportBot.Protocol.Activities;
using SupportBot.Storage.Conversations;
using SupportBot.Storage.Tickets;
using SupportBot.Turns.Tickets;

namespace SupportBot.Turns.Desk;

/// <summary>One turn about a ticket that is looked at again because time has passed.</summary>
internal sealed class WatchTurn(DialogRun dialog, TurnTickets tickets, TicketQueue queue, TicketDelivery delivery, IOptions<EscalationOptions> options)
{
    public async Task<TurnResult> RunAsync(Conversation conversation, Activity activity, TicketWatch watch, int attempt, CancellationToken stopping)
    {
        var work = await dialog.BeginAsync(conversation, activity, attempt, stopping, evenIfGone: true);
        if (await tickets.EditAsync(watch.Reference, work, stopping) is { } change && IsStillSo(change.Ticket, watch))
        {
            await ActAsync(change, watch, work, stopping);
        }

        return dialog.Finish(work);
    }

    private static bool IsStillSo(Ticket ticket, TicketWatch watch) => watch.Kind switch
    {
        TicketWatchKind.Undelivered => ticket.Status != TicketStatus.Resolved,
        TicketWatchKind.Silent => ticket.StatusNumber == watch.StatusNumber && !ticket.IsOffered && !(ticket.AgentSpokeAt > watch.SetAt),
        _ => ticket.StatusNumber == watch.StatusNumber,
    };

    private async Task ActAsync(TicketChange change, TicketWatch watch, TurnWork work, CancellationToken stopping)
    {
        var ticket = change.Ticket;
        var seller = ticket.SellerName ?? "a seller";
        switch (watch.Kind)
        {
            case TicketWatchKind.Unclaimed:
                Post(work, ticket, DeskWords.Unclaimed(ticket.Reference, seller));
                break;
            case TicketWatchKind.OnCall:
                change.Note(TicketAuthor.System, "called whoever is on call", work.Now);
                Post(work, ticket, DeskWords.OnCall(ticket.Reference), options.Value.OnCallIds);
                break;
            case TicketWatchKind.BotBack when work.Conversation.Owner != ConversationOwner.Bot:
                await dialog.DecideAsync(work, new DialogInput.NobodyAnswered(ticket.Reference, null), stopping);
                break;
            case TicketWatchKind.Silent:
                ticket.IsOffered = true;
                change.Note(TicketAuthor.System, $"offered to others: no answer of {ticket.Agent} for a while", work.Now);
                Post(work, ticket, DeskWords.Silent(ticket.Reference, ticket.Agent ?? ""));
                await dialog.DecideAsync(work, new DialogInput.NobodyAnswered(ticket.Reference, ticket.Agent), stopping);
                break;
            case TicketWatchKind.Snoozed:
                var agent = ticket.AgentId;
                queue.Wake(change, "is active again: the time it was put off until has come", work);
                Post(work, ticket, DeskWords.Awake(ticket.Reference), agent is null ? [] : [agent]);
                break;
            case TicketWatchKind.Undelivered when !await delivery.HasReachedTeamAsync(ticket.Reference, stopping):
                change.Note(TicketAuthor.System, "goes to the fallback address as well: it has not reached the team", work.Now);
                work.Changes.Add(db => db.Outbox.Add(TicketWork.Mail(ticket.Reference)));
                break;
        }
    }

    private static void Post(TurnWork work, Ticket ticket, string text, IReadOnlyList<string>? mentions = null) =>
        work.Promise(TicketWork.Post(new TicketPost { Reference = ticket.Reference, Text = text, Mentions = mentions ?? [] }));
}
