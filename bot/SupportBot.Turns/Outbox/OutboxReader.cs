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

    /// <summary>The oldest first, at most <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<OutboxItem>> ListAsync(OutboxState state, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Outbox.AsNoTracking().Where(o => o.State == state).OrderBy(o => o.CreatedAt).ThenBy(o => o.Position).Take(most).ToListAsync(cancellationToken);
    }
}
