using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SupportBot.Storage;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Accounting;

/// <summary>
/// Access tokens of connections. Refresh tokens can be good for one use, so a connection is refreshed by one caller of one
/// node at a time, what came back is stored before it is used, and a caller that gives up waiting does not stop a refresh
/// under way. A refusal for good is remembered; an answer that was lost leaves everything as it was.
/// </summary>
internal sealed class ConnectionTokens(
    IDbContextFactory<SupportDbContext> databases, IEnumerable<IAccountingPlatform> platforms, TokenProtection protection, TimeProvider clock)
{
    /// <summary>A token this near its end could expire on its way.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    /// <summary>How often to look whether another node has finished.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<AccountingPlatform, IAccountingPlatform> platforms = platforms.ToDictionary(p => p.Platform);

    /// <summary>Refreshes under way in this process; an entry goes when its refresh ends.</summary>
    private readonly ConcurrentDictionary<(string SellerId, string Id, string? Refused), Lazy<Task<PlatformResult<string>>>> underWay = new();

    /// <summary>The stored token, or a fresh one where it is known to be over.</summary>
    public async Task<PlatformResult<string>> GetAsync(BookkeepingConnection connection, CancellationToken cancellationToken)
    {
        var token = protection.Read(connection, connection.AccessToken);
        return token is not null && IsCurrent(connection.AccessTokenExpiresAt)
            ? token
            : await RenewAsync(connection, token, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A token other than <paramref name="refused"/>.</summary>
    public Task<PlatformResult<string>> RenewAsync(BookkeepingConnection connection, string? refused, CancellationToken cancellationToken)
    {
        var key = (connection.SellerId, connection.Id, refused);
        return underWay.GetOrAdd(key, _ => new(() => RenewOnceAsync())).Value.WaitAsync(cancellationToken);

        async Task<PlatformResult<string>> RenewOnceAsync()
        {
            try
            {
                return await RenewOneAtATimeAsync(connection, refused).ConfigureAwait(false);
            }
            finally
            {
                underWay.TryRemove(key, out _);
            }
        }
    }

    private async Task<PlatformResult<string>> RenewOneAtATimeAsync(BookkeepingConnection connection, string? refused)
    {
        await using var database = await databases.CreateDbContextAsync().ConfigureAwait(false);
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var stored = await ReadAsync(database, connection).ConfigureAwait(false);
            if (stored is null || protection.Read(connection, stored.RefreshToken) is not { } refreshToken)
            {
                return new PlatformFailure.AuthorisationEnded();
            }

            if (protection.Read(connection, stored.AccessToken) is { } token && token != refused && IsCurrent(stored.AccessTokenExpiresAt))
            {
                return token;
            }

            if (await RefreshLease.TakeAsync(database, connection, stored.RefreshToken!).ConfigureAwait(false) is { } holder)
            {
                return await RefreshAsync(database, stored, refreshToken, holder).ConfigureAwait(false);
            }

            if (TimeProvider.System.GetElapsedTime(started) > RefreshLease.Duration)
            {
                return new PlatformFailure.TimedOut();
            }

            await Task.Delay(LookEvery).ConfigureAwait(false);
        }
    }

    private async Task<PlatformResult<string>> RefreshAsync(SupportDbContext database, BookkeepingConnection read, string refreshToken, string holder)
    {
        try
        {
            var issued = await platforms[read.Platform].RefreshAsync(refreshToken, CancellationToken.None).ConfigureAwait(false);
            if (issued.Succeeded && await StoreAsync(database, read, issued.Value).ConfigureAwait(false))
            {
                return issued.Value.AccessToken;
            }

            if (!issued.Succeeded && issued.Failure is not PlatformFailure.AuthorisationEnded)
            {
                return issued.Failure;
            }

            if (!issued.Succeeded && await EndAsync(database, read).ConfigureAwait(false))
            {
                return issued.Failure;
            }

            // A reconnect was quicker: what it stored counts.
            var stored = await ReadAsync(database, read).ConfigureAwait(false);
            return stored is not null && protection.Read(stored, stored.AccessToken) is { } token ? token : new PlatformFailure.AuthorisationEnded();
        }
        finally
        {
            await RefreshLease.ReleaseAsync(database, read, holder).ConfigureAwait(false);
        }
    }

    private static Task<BookkeepingConnection?> ReadAsync(SupportDbContext database, BookkeepingConnection connection) =>
        database.BookkeepingConnections.AsNoTracking().FirstOrDefaultAsync(c => c.SellerId == connection.SellerId && c.Id == connection.Id);

    private async Task<bool> StoreAsync(SupportDbContext database, BookkeepingConnection read, IssuedTokens issued)
    {
        var access = protection.Protect(read.SellerId, read.Id, issued.AccessToken);
        var refresh = protection.Protect(read.SellerId, read.Id, issued.RefreshToken);
        var expiresAt = TimeProvider.System.GetUtcNow().UtcDateTime + issued.Lifetime;
        var refreshedAt = clock.GetUtcNow().UtcDateTime;
        var stored = await StillAsRead(database, read).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.AccessToken, access)
            .SetProperty(c => c.AccessTokenExpiresAt, expiresAt)
            .SetProperty(c => c.RefreshToken, refresh)
            .SetProperty(c => c.LastRefreshedAt, refreshedAt)).ConfigureAwait(false);
        return stored == 1;
    }

    /// <summary>The platform refused the refresh token for good: nobody need ask again until the seller reconnects.</summary>
    private async Task<bool> EndAsync(SupportDbContext database, BookkeepingConnection read)
    {
        var endedAt = clock.GetUtcNow().UtcDateTime;
        var marked = await StillAsRead(database, read).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.Status, ConnectionStatus.Disconnected)
            .SetProperty(c => c.AuthorisationEndedAt, endedAt)
            .SetProperty(c => c.AccessToken, (string?)null)
            .SetProperty(c => c.AccessTokenExpiresAt, (DateTime?)null)
            .SetProperty(c => c.RefreshToken, (string?)null)).ConfigureAwait(false);
        return marked == 1;
    }

    private static IQueryable<BookkeepingConnection> StillAsRead(SupportDbContext database, BookkeepingConnection read) =>
        database.BookkeepingConnections.Where(c => c.SellerId == read.SellerId && c.Id == read.Id && c.RefreshToken == read.RefreshToken);

    private static bool IsCurrent(DateTime? expiresAt) => expiresAt is null || expiresAt - Margin > TimeProvider.System.GetUtcNow().UtcDateTime;
}
