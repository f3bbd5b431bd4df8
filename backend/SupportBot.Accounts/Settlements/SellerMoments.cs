using Microsoft.EntityFrameworkCore;
using SupportBot.Storage;

namespace SupportBot.Accounts.Settlements;

/// <summary>
/// The product's time, but after everything that has happened to the seller: with a clock that stands still, a reconnect must not
/// look as if it came before the try that led to it.
/// </summary>
internal sealed class SellerMoments(IDbContextFactory<SupportDbContext> databases, TimeProvider clock)
{
    public async Task<DateTime> NextAsync(string sellerId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var connected = await database.BookkeepingConnections.Where(c => c.SellerId == sellerId).MaxAsync(c => c.ConnectedAt, cancellationToken).ConfigureAwait(false);
        var tried = await database.SendAttempts.Where(a => a.SellerId == sellerId).MaxAsync(a => (DateTime?)a.At, cancellationToken).ConfigureAwait(false);
        var mended = await database.SupportActions.Where(a => a.SellerId == sellerId).MaxAsync(a => a.DoneAt, cancellationToken).ConfigureAwait(false);
        var now = clock.GetUtcNow().UtcDateTime;
        var latest = new[] { connected, tried, mended }.Max();
        return latest >= now ? latest.Value.AddSeconds(1) : now;
    }
}
