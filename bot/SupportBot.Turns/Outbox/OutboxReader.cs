using Microsoft.EntityFrameworkCore;
using SupportBot.Storage;
using SupportBot.Storage.Outbox;

namespace SupportBot.Turns.Outbox;

/// <summary>What waits and what was given up, for people who look after the product.</summary>
public sealed class OutboxReader(IDbContextFactory<SupportDbContext> contexts)
{
    public async Task<int> CountDeadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Outbox.CountAsync(o => o.State == OutboxState.Dead, cancellationToken);
    }

    /// <summary>What is not done yet, by kind: work that waits for long says that the other side is out of reach.</summary>
    public async Task<IReadOnlyList<WaitingWork>> CountWaitingAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Outbox.Where(o => o.State == OutboxState.Pending)
            .GroupBy(o => o.Kind)
            .OrderBy(kind => kind.Key)
            .Select(kind => new WaitingWork(
                kind.Key, kind.Count(), kind.Min(o => o.CreatedAt), kind.OrderBy(o => o.CreatedAt).ThenBy(o => o.Position).Select(o => o.LastError).First()))
            .ToListAsync(cancellationToken);
    }

    public async Task<bool> ExistsAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Outbox.AnyAsync(o => o.Id == id, cancellationToken);
    }

    /// <summary>The oldest first, at most <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<OutboxItem>> ListAsync(OutboxState state, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Outbox.AsNoTracking().Where(o => o.State == state).OrderBy(o => o.CreatedAt).ThenBy(o => o.Position).Take(most).ToListAsync(cancellationToken);
    }
}

/// <summary>Work of one kind that waits.</summary>
/// <param name="Since">When the oldest of it was promised; real time.</param>
/// <param name="LastError">What went wrong with the oldest at the last try: a short code; null while nothing did.</param>
public sealed record WaitingWork(string Kind, int Count, DateTime Since, string? LastError);
