using Microsoft.Extensions.Options;
using SupportBot.Channels.Teams.Desk;
using SupportBot.Escalation.Hours;
using SupportBot.Storage.Outbox;
using SupportBot.Storage.Tickets;
using SupportBot.Turns.Outbox;

namespace SupportBot.Channels.Email;

/// <summary>Sends a ticket to the fallback address, unless the team has it by now or it is closed.</summary>
internal sealed class TicketMailWorker(OutboundMail mail, TicketFactsReader tickets, TicketThreads threads, IOptions<EscalationOptions> escalation) : IOutboxWorker
{
    /// <summary>It is the way out while Teams is away, so it is as patient.</summary>
    public int MostRuns => 300;

    public async Task<OutboxOutcome> RunAsync(OutboxItem item, CancellationToken cancellationToken)
    {
        var reference = item.Payload;
        var (ticket, facts) = await tickets.ReadAsync(reference, cancellationToken);
        if (ticket.Status == TicketStatus.Resolved || await threads.FindAsync(reference, cancellationToken) is not null)
        {
            return new OutboxOutcome.Done();
        }

        return escalation.Value.FallbackEmail is { Length: > 0 } address
            ? await mail.SendAsync(TicketLetter.Write(ticket, facts, address), cancellationToken)
            : new OutboxOutcome.GiveUp("no-fallback-address");
    }
}
