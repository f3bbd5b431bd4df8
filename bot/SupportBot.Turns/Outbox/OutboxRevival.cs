using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SupportBot.Storage;
using SupportBot.Storage.Outbox;

namespace SupportBot.Turns.Outbox;

/// <summary>Work that was given up is tried again, from the first run on and in its old place.</summary>
public sealed partial class OutboxRevival(IDbContextFactory<SupportDbContext> contexts, OutboxSignal signal, ILogger<OutboxRevival> log)
{
    /// <returns>False when there is no such work, or it is not given up.</returns>
    public async Task<bool> ReviveAsync(string id, CancellationToken cancellationToken)
    {
        var revived = await ReviveAsync(dead => dead.Where(o => o.Id == id), cancellationToken) > 0;
        if (revived)
        {
            LogRevived(id);
        }

        return revived;
    }

    /// <summary>What waits is due at once, and so is whatever was given up for a reason that is gone now.</summary>
    public async Task ReviveAsync(IReadOnlyList<string> kinds, string error, CancellationToken cancellationToken)
    {
        await HurryAsync(kinds, cancellationToken);
        if (await ReviveAsync(dead => dead.Where(o => kinds.Contains(o.Kind) && o.LastError == error), cancellationToken) is > 0 and var count)
        {
            LogReasonGone(count, error);
        }
    }

    private async Task HurryAsync(IReadOnlyList<string> kinds, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Outbox.Where(o => o.State == OutboxState.Pending && kinds.Contains(o.Kind) && o.LeaseUntil == null && o.NextAttemptAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.NextAttemptAt, now), cancellationToken);
    }

    private async Task<int> ReviveAsync(Func<IQueryable<OutboxItem>, IQueryable<OutboxItem>> choose, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var revived = await choose(db.Outbox.Where(o => o.State == OutboxState.Dead)).ExecuteUpdateAsync(
            set => set.SetProperty(o => o.State, OutboxState.Pending).SetProperty(o => o.Attempts, 0).SetProperty(o => o.NextAttemptAt, now), cancellationToken);
        signal.Wake();
        return revived;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Support has outbox work {Id}, which was given up, tried again.")]
    private partial void LogRevived(string id);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} pieces of outbox work that were given up as {Error} are tried again.")]
    private partial void LogReasonGone(int count, string error);
}
