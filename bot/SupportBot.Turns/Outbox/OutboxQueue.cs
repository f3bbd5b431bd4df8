using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportBot.Storage;
using SupportBot.Storage.Outbox;

namespace SupportBot.Turns.Outbox;

/// <summary>Finds what is due and takes it for one run. Safe with several nodes: taking is one conditional update.</summary>
internal sealed class OutboxQueue(IDbContextFactory<SupportDbContext> contexts, IOptions<OutboxOptions> options)
{
    private static readonly TimeSpan s_keptWhenDone = TimeSpan.FromDays(7);

    /// <summary>
    /// What may run now, the longest due first. An item waits for earlier ones of its key until they are done or dead, and for a
    /// later one that runs: it may have been given up and be tried again.
    /// </summary>
    public async Task<IReadOnlyList<DueWork>> FindDueAsync(int most, IReadOnlyList<string> exceptKinds, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = Now();
        return await db.Outbox
            .Where(o => o.State == OutboxState.Pending && o.NextAttemptAt <= now && (o.LeaseUntil == null || o.LeaseUntil <= now) && !exceptKinds.Contains(o.Kind))
            .Where(o => !db.Outbox.Any(e => e.OrderingKey == o.OrderingKey && e.State == OutboxState.Pending && (e.Position < o.Position || e.LeaseUntil > now)))
            .OrderBy(o => o.NextAttemptAt).ThenBy(o => o.Position)
            .Take(most)
            .Select(o => new DueWork(o.Id, o.Kind))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Null when another dispatcher was quicker.</summary>
    public async Task<OutboxItem?> TryClaimAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = Now();
        var until = now + options.Value.Lease;
        var seen = await db.Outbox.Where(o => o.Id == id).Select(o => (int?)o.Attempts).FirstOrDefaultAsync(cancellationToken);
        var claimed = await db.Outbox
            .Where(o => o.Id == id && o.Attempts == seen && o.State == OutboxState.Pending && o.NextAttemptAt <= now && (o.LeaseUntil == null || o.LeaseUntil <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.LeaseUntil, until).SetProperty(o => o.Attempts, o => o.Attempts + 1), cancellationToken);
        if (claimed != 1)
        {
            return null;
        }

        // Whoever took it over meanwhile has counted on: then this run is not the holder.
        return await db.Outbox.AsNoTracking().FirstOrDefaultAsync(o => o.Id == id && o.Attempts == seen + 1, cancellationToken);
    }

    /// <summary>Takes away what was done long ago: nobody looks at it any more, and its payload may hold people's words.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var before = Now() - s_keptWhenDone;
        await db.Outbox.Where(o => o.State == OutboxState.Done && o.CreatedAt < before).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>False when the item is no longer this run's.</summary>
    public async Task<bool> TryRenewAsync(OutboxItem item, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var until = Now() + options.Value.Lease;
        return await db.Outbox
            .Where(o => o.Id == item.Id && o.Attempts == item.Attempts && o.State == OutboxState.Pending)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.LeaseUntil, until), cancellationToken) == 1;
    }

    private static DateTime Now() => TimeProvider.System.GetUtcNow().UtcDateTime;
}

internal sealed record DueWork(string Id, string Kind);
