using SupportBot.Channels.Connector.Delivery;
using SupportBot.Storage.Outbox;
using SupportBot.Storage.Teams;
using SupportBot.Turns.Outbox;
using SupportBot.Turns.Tickets;

namespace SupportBot.Channels.Teams.Desk;

/// <summary>
/// Says something in a ticket's thread. The Connector knows no repeated call for one, so what got no answer may stand there twice;
/// it is never missing.
/// </summary>
internal sealed class TicketPostWorker(TicketThreads threads, TicketPosts posts, ConnectorClient connector) : IOutboxWorker
{
    /// <summary>An outage of Teams is waited for, about three days.</summary>
    public int MostRuns => 4500;

    /// <summary>Cases are not to wait much longer than Teams is away.</summary>
    public TimeSpan LongestWait => TimeSpan.FromMinutes(1);

    public async Task<OutboxOutcome> RunAsync(OutboxItem item, CancellationToken cancellationToken)
    {
        var post = TicketPost.Read(item.Payload);
        var thread = await threads.EnsureAsync(post.Reference, cancellationToken);
        if (!thread.Succeeded)
        {
            return thread.Failure.Outcome;
        }

        var failure = await SayAsync(post, thread.Value, cancellationToken);
        if (failure is not null && await threads.IsLostAsync(thread.Value, failure, cancellationToken))
        {
            var again = await threads.StartAgainAsync(post.Reference, cancellationToken);
            failure = again.Succeeded ? await SayAsync(post, again.Value, cancellationToken) : again.Failure;
        }

        return failure?.Outcome ?? new OutboxOutcome.Done();
    }

    private async Task<ConnectorFailure?> SayAsync(TicketPost post, TicketThread thread, CancellationToken cancellationToken)
    {
        var serviceUrl = new Uri(thread.ServiceUrl);
        var activity = await posts.WriteAsync(post, TeamRoster.Of(thread), cancellationToken);
        return activity.Succeeded ? (await connector.PostAsync(serviceUrl, thread.ConversationId, activity.Value, cancellationToken)).Failure : activity.Failure;
    }
}
