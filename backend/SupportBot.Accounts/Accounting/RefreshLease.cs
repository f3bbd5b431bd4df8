using Microsoft.EntityFrameworkCore;
using SupportBot.Storage;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Accounting;

/// <summary>
/// The right to exchange a connection's refresh token, held in the connection's row so that it counts across nodes. Real time:
/// a holder that died must not keep the connection for ever.
/// </summary>
internal static class RefreshLease
{
    /// <summary>Longer than any call to a token endpoint may take (<see cref="PlatformOptions.TotalTimeout"/>), and the nodes' clocks may differ.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(15);

    /// <summary>The holder's name; null while another holds it, or when the refresh token is no longer the one that was read.</summary>
    public static async Task<string?> TakeAsync(SupportDbContext database, BookkeepingConnection connection, string storedRefreshToken)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var until = now + Duration;
        var holder = Guid.NewGuid().ToString("N");
        var taken = await database.BookkeepingConnections
            .Where(c => c.SellerId == connection.SellerId && c.Id == connection.Id && c.RefreshToken == storedRefreshToken)
            .Where(c => c.RefreshingUntil == null || c.RefreshingUntil < now)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.RefreshingBy, holder).SetProperty(c => c.RefreshingUntil, until)).ConfigureAwait(false);
        return taken == 1 ? holder : null;
    }

    public static Task ReleaseAsync(SupportDbContext database, BookkeepingConnection connection, string holder) => database.BookkeepingConnections
        .Where(c => c.SellerId == connection.SellerId && c.Id == connection.Id && c.RefreshingBy == holder)
        .ExecuteUpdateAsync(set => set.SetProperty(c => c.RefreshingBy, (string?)null).SetProperty(c => c.RefreshingUntil, (DateTime?)null));
}
