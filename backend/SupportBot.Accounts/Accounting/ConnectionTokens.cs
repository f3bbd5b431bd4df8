using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SupportBot.Storage;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Accounting;

/// <summary>
/// Access tokens of connections. Refresh tokens can be good for one use, so a connection is refreshed by one
/// caller at a time, what came back is stored before it is used, and a caller that gives up waiting does not
/// stop a refresh under way.
/// </summary>
internal sealed class ConnectionTokens(IDbContextFactory<SupportDbContext> databases, IEnumerable<IAccountingPlatform> platforms, TimeProvider clock)
{
    /// <summary>A token this near its end could expire on its way.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    private readonly Dictionary<AccountingPlatform, IAccountingPlatform> platforms = platforms.ToDictionary(p => p.Platform);
    private readonly ConcurrentDictionary<(string SellerId, string Id), SemaphoreSlim> gates = new();

    /// <summary>The stored token, or a fresh one where it is known to be over.</summary>
    public async Task<PlatformResult<string>> GetAsync(BookkeepingConnection connection, CancellationToken cancellationToken) =>
        connection.AccessToken is { } token && IsCurrent(connection.AccessTokenExpiresAt)
            ? token
            : await RenewAsync(connection, connection.AccessToken, cancellationToken).ConfigureAwait(false);

    /// <summary>A token other than <paramref name="refused"/>.</summary>
    public Task<PlatformResult<string>> RenewAsync(BookkeepingConnection connection, string? refused, CancellationToken cancellationToken) =>
        RenewOneAtATimeAsync(connection, refused).WaitAsync(cancellationToken);

    private async Task<PlatformResult<string>> RenewOneAtATimeAsync(BookkeepingConnection connection, string? refused)
    {
        var gate = gates.GetOrAdd((connection.SellerId, connection.Id), static _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync().ConfigureAwait(false);
        try
        {
            var stored = await ReadAsync(connection).ConfigureAwait(false);
            if (stored?.AccessToken is { } token && token != refused && IsCurrent(stored.ExpiresAt))
            {
                return token;
            }

            return stored?.RefreshToken is { } refresh
                ? await RefreshAsync(connection, refresh, refused).ConfigureAwait(false)
                : new PlatformFailure.AuthorisationEnded();
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<PlatformResult<string>> RefreshAsync(BookkeepingConnection connection, string refreshToken, string? refused)
    {
        var issued = await platforms[connection.Platform].RefreshAsync(refreshToken, CancellationToken.None).ConfigureAwait(false);
        if (issued.Succeeded && await StoreAsync(connection, refreshToken, issued.Value).ConfigureAwait(false))
        {
            return issued.Value.AccessToken;
        }

        if (!issued.Succeeded && issued.Failure is not PlatformFailure.AuthorisationEnded)
        {
            return issued.Failure;
        }

        // Another node, or a reconnect, may have been quicker: what it stored counts.
        var stored = await ReadAsync(connection).ConfigureAwait(false);
        return stored?.AccessToken is { } token && token != refused && stored.RefreshToken != refreshToken
            ? token
            : new PlatformFailure.AuthorisationEnded();
    }

    private async Task<StoredTokens?> ReadAsync(BookkeepingConnection connection)
    {
        await using var database = await databases.CreateDbContextAsync().ConfigureAwait(false);
        return await database.BookkeepingConnections
            .Where(c => c.SellerId == connection.SellerId && c.Id == connection.Id)
            .Select(c => new StoredTokens(c.AccessToken, c.AccessTokenExpiresAt, c.RefreshToken))
            .FirstOrDefaultAsync().ConfigureAwait(false);
    }

    private async Task<bool> StoreAsync(BookkeepingConnection connection, string spent, IssuedTokens issued)
    {
        var expiresAt = TimeProvider.System.GetUtcNow().UtcDateTime + issued.Lifetime;
        var refreshedAt = clock.GetUtcNow().UtcDateTime;
        await using var database = await databases.CreateDbContextAsync().ConfigureAwait(false);
        var stored = await database.BookkeepingConnections
            .Where(c => c.SellerId == connection.SellerId && c.Id == connection.Id && c.RefreshToken == spent)
            .ExecuteUpdateAsync(set => set
                .SetProperty(c => c.AccessToken, issued.AccessToken)
                .SetProperty(c => c.AccessTokenExpiresAt, expiresAt)
                .SetProperty(c => c.RefreshToken, issued.RefreshToken)
                .SetProperty(c => c.LastRefreshedAt, refreshedAt)).ConfigureAwait(false);
        return stored == 1;
    }

    private static bool IsCurrent(DateTime? expiresAt) => expiresAt is null || expiresAt - Margin > TimeProvider.System.GetUtcNow().UtcDateTime;

    private sealed record StoredTokens(string? AccessToken, DateTime? ExpiresAt, string? RefreshToken);
}
