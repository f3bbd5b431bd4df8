using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SupportBot.Channels.Connector.Delivery;
using SupportBot.Channels.Teams.Installations;
using SupportBot.Storage;
using SupportBot.Storage.Teams;
using SupportBot.Turns.Commits;

namespace SupportBot.Channels.Teams.Desk;

/// <summary>The threads of tickets in the support team's channel: one for each, begun with its card.</summary>
internal sealed class TicketThreads(
    IDbContextFactory<SupportDbContext> contexts, CommitQueue commits, EscalationChannels channels, ConnectorClient connector, TicketCards cards)
{
    /// <summary>Nobody has said yet where the support team works; the tickets wait for it.</summary>
    private static readonly ConnectorFailure NoTeam = new(ConnectorFailureKind.Unreachable, "no-team-yet");

    /// <summary>The case to which a thread in Teams belongs; null when it is none's.</summary>
    public Task<ThreadOfCase?> FindCaseAsync(string threadId, CancellationToken cancellationToken) =>
        FindCaseAsync(thread => thread.ConversationId == threadId, cancellationToken);

    /// <summary>
    /// The case that a pressed card names. Its thread may be another than the card's: one that was begun without our hearing of it, or
    /// one that was taken for deleted.
    /// </summary>
    public Task<ThreadOfCase?> FindNamedCaseAsync(string reference, CancellationToken cancellationToken) =>
        FindCaseAsync(thread => thread.TicketReference == reference, cancellationToken);

    public async Task<TicketThread?> FindAsync(string reference, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.TicketThreads.AsNoTracking().FirstOrDefaultAsync(t => t.TicketReference == reference, cancellationToken);
    }

    /// <summary>The ticket's thread, begun now if there is none. Where it stands is stored before anything else is done with it.</summary>
    public async Task<ConnectorResult<TicketThread>> EnsureAsync(string reference, CancellationToken cancellationToken) =>
        await FindAsync(reference, cancellationToken) is { } known ? known : await StartAsync(reference, isNew: true, cancellationToken);

    /// <summary>Whether the case needs another thread: it was deleted, or the bot was removed from there and support works elsewhere now.</summary>
    public async Task<bool> IsLostAsync(TicketThread thread, ConnectorFailure failure, CancellationToken cancellationToken) =>
        failure.Kind == ConnectorFailureKind.NotFound
        || (failure.Kind == ConnectorFailureKind.BotRemoved
            && await channels.FindAsync(cancellationToken) is { } now
            && thread.ConversationId.Split(';')[0] != now.ChannelId);

    /// <summary>Instead of a thread that is lost.</summary>
    public Task<ConnectorResult<TicketThread>> StartAgainAsync(string reference, CancellationToken cancellationToken) =>
        StartAsync(reference, isNew: false, cancellationToken);

    private async Task<ThreadOfCase?> FindCaseAsync(Expression<Func<TicketThread, bool>> which, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from thread in db.TicketThreads.AsNoTracking().Where(which)
            join ticket in db.Tickets on thread.TicketReference equals ticket.Reference
            select new ThreadOfCase(thread, ticket.ConversationId, ticket.StatusNumber)).FirstOrDefaultAsync(cancellationToken);
    }

    private async Task<ConnectorResult<TicketThread>> StartAsync(string reference, bool isNew, CancellationToken cancellationToken)
    {
        if (await channels.FindAsync(cancellationToken) is not { } channel)
        {
            return NoTeam;
        }

        var card = await cards.DrawAsync(reference, channel.Roster, cancellationToken);
        var started = await connector.StartThreadAsync(channel, CardActivity.Of(card), cancellationToken);
        if (!started.Succeeded)
        {
            return started.Failure;
        }

        var thread = new TicketThread
        {
            TicketReference = reference,
            ConversationId = started.Value.ConversationId,
            CardActivityId = started.Value.ActivityId,
            CardVersion = card.Version,
            ServiceUrl = channel.ServiceUrl.AbsoluteUri,
            TeamId = channel.TeamId,
            StartedAt = TimeProvider.System.GetUtcNow().UtcDateTime,
        };

        // The thread is there, whoever wants to stop now: it has to be remembered.
        await commits.CommitAsync(CommitUnit.Of(db => db.Entry(thread).State = isNew ? EntityState.Added : EntityState.Modified), CancellationToken.None);
        return thread;
    }
}

/// <param name="ConversationId">The seller's.</param>
/// <param name="StatusNumber">The ticket's now.</param>
internal sealed record ThreadOfCase(TicketThread Thread, string ConversationId, int StatusNumber)
{
    public string Reference => Thread.TicketReference;

    public TeamRoster Roster => TeamRoster.Of(Thread);
}
