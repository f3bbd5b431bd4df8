using Microsoft.Extensions.Options;
using SupportBot.Escalation.Hours;
using SupportBot.Storage.Tickets;

namespace SupportBot.Turns.Tickets;

/// <summary>When tickets are looked at again: in the team's open time, by the product's clock, and waited for in real time.</summary>
internal sealed class TicketWatches(OpeningHours hours, IOptions<EscalationOptions> options)
{
    private EscalationOptions Times => options.Value;

    /// <summary>Nobody has the ticket from now on.</summary>
    public void Wait(Ticket ticket, TurnWork work)
    {
        Set(ticket, TicketWatchKind.Unclaimed, Times.ReminderAfter, work);
        Set(ticket, TicketWatchKind.BotBack, Times.BotBackAfter, work);
        if (Times.OnCallIds.Count > 0)
        {
            Set(ticket, TicketWatchKind.OnCall, Times.OnCallAfter, work);
        }
    }

    /// <summary>The ticket is on its way to the team.</summary>
    public void Deliver(Ticket ticket, TurnWork work)
    {
        if (Times.FallbackEmail.Length > 0)
        {
            work.FollowUp(Watch(ticket, TicketWatchKind.Undelivered).ToEvent(ticket.ConversationId, Times.FallbackEmailAfter));
        }
    }

    /// <summary>The seller waits for the agent who has the ticket.</summary>
    public void ExpectAnswer(Ticket ticket, TurnWork work) => Set(ticket, TicketWatchKind.Silent, Times.SilentAgentAfter, work);

    public static void Sleep(Ticket ticket, DateTimeOffset until, TurnWork work) =>
        work.FollowUp(Watch(ticket, TicketWatchKind.Snoozed).ToEvent(ticket.ConversationId, until > work.Now ? until - work.Now : TimeSpan.Zero));

    /// <summary>The seller waits for somebody to take it, once more.</summary>
    public void ExpectSomebody(Ticket ticket, TurnWork work) => Set(ticket, TicketWatchKind.BotBack, Times.BotBackAfter, work);

    private void Set(Ticket ticket, TicketWatchKind kind, TimeSpan openTime, TurnWork work)
    {
        // A team that never opens is not reminded of anything.
        if (hours.AddOpenTime(work.Now, openTime) is { } due)
        {
            work.FollowUp(Watch(ticket, kind).ToEvent(ticket.ConversationId, due - work.Now));
        }
    }

    private static TicketWatch Watch(Ticket ticket, TicketWatchKind kind) =>
        new(ticket.Reference, kind, ticket.StatusNumber, TimeProvider.System.GetUtcNow().UtcDateTime);
}
