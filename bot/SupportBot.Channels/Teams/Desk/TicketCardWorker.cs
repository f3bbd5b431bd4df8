using SupportBot.Channels.Connector.Delivery;
using SupportBot.Storage.Outbox;
using SupportBot.Storage.Teams;
using SupportBot.Turns.Outbox;

namespace SupportBot.Channels.Teams.Desk;

/// <summary>
/// Keeps a ticket's card as the ticket is. It is drawn when it is sent, so that of many changes only the last is shown, and a second
/// run changes nothing.
/// </summary>
internal sealed class TicketCardWorker(TicketThreads threads, TicketCards cards, ConnectorClient connector) : IOutboxWorker
{
    /// <summary>An outage of Teams is waited for, about three days.</summary>
    public int MostRuns => 4500;

    /// <summary>Cases are not to wait much longer than Teams is away.</summary>
    public TimeSpan LongestWait => TimeSpan.FromMinutes(1);

    public async Task<OutboxOutcome> RunAsync(OutboxItem item, CancellationToken cancellationToken)
    {
        var reference = item.Payload;
        if (await threads.FindAsync(reference, cancellationToken) is not { } thread)
        {
            return Outcome(await threads.EnsureAsync(reference, cancellationToken));
        }

        var card = await cards.DrawAsync(reference, TeamRoster.Of(thread), cancellationToken);
        if (thread.CardVersion >= card.Version)
        {
            return new OutboxOutcome.Done();
        }

        var shown = await ShowAsync(thread, card, cancellationToken);
        if (shown.Succeeded)
        {
            return new OutboxOutcome.Done(Changes: db => db.Update(shown.Value));
        }

        return await threads.IsLostAsync(thread, shown.Failure, cancellationToken)
            ? Outcome(await threads.StartAgainAsync(reference, cancellationToken))
            : shown.Failure.Outcome;
    }

    /// <summary>A card that somebody has deleted is posted anew in its thread.</summary>
    private async Task<ConnectorResult<TicketThread>> ShowAsync(TicketThread thread, DrawnCard card, CancellationToken cancellationToken)
    {
        var (serviceUrl, activity) = (new Uri(thread.ServiceUrl), CardActivity.Of(card));
        if (thread.CardActivityId is { } shownBefore)
        {
            var updated = await connector.UpdateAsync(serviceUrl, thread.ConversationId, shownBefore, activity, cancellationToken);
            if (updated.Failure is not { Kind: ConnectorFailureKind.NotFound })
            {
                return updated.Succeeded ? Shown(thread, card, shownBefore) : updated.Failure;
            }
        }

        var posted = await connector.PostAsync(serviceUrl, thread.ConversationId, activity, cancellationToken);
        return posted.Succeeded ? Shown(thread, card, posted.Value.Id) : posted.Failure;
    }

    private static TicketThread Shown(TicketThread thread, DrawnCard card, string? activityId)
    {
        (thread.CardVersion, thread.CardActivityId) = (card.Version, activityId);
        return thread;
    }

    private static OutboxOutcome Outcome(ConnectorResult<TicketThread> result) => result.Failure?.Outcome ?? new OutboxOutcome.Done();
}
