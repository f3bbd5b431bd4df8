using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace SupportBot.Accounts.Sandbox;

/// <summary>What the simulated platforms share: whose token it is, whether it works, and whether anything is up at all.</summary>
internal sealed class SandboxGate(SandboxStore store, IHostApplicationLifetime lifetime)
{
    /// <summary>Longer than anyone here waits for an answer.</summary>
    private static readonly TimeSpan Slowness = TimeSpan.FromSeconds(30);

    /// <summary>Null for a token that the sandbox never issued.</summary>
    public async Task<SandboxConnection?> OwnerOfAsync(string? token, CancellationToken cancellationToken) =>
        SandboxTokens.OwnerOf(token) is var (seller, connection)
            ? await store.FindAsync(seller, connection, cancellationToken).ConfigureAwait(false)
            : null;

    public static string? BearerOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..] : null;

    public static bool IsExpired(ConnectionSandbox state, string? token) =>
        token != state.AccessToken || state.AccessTokenUntil < TimeProvider.System.GetUtcNow().UtcDateTime;

    /// <summary>Keeps a slow platform's caller waiting, but neither a caller that has gone nor a host that stops.</summary>
    public async Task DawdleAsync(ConnectionSandbox state, CancellationToken requestAborted)
    {
        if (state.Availability == "slow")
        {
            using var leaving = CancellationTokenSource.CreateLinkedTokenSource(requestAborted, lifetime.ApplicationStopping);
            await Task.Delay(Slowness, TimeProvider.System, leaving.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>A fresh pair for a refresh token that works; null for any other.</summary>
    public async Task<ConnectionSandbox?> RefreshAsync(string? refreshToken, bool rotates, CancellationToken cancellationToken)
    {
        if (SandboxTokens.OwnerOf(refreshToken) is not var (seller, connection))
        {
            return null;
        }

        return await store.ChangeAsync(
            seller, connection,
            state => state.RefreshToken != refreshToken || state.Authorisation == "revoked" ? null : state with
            {
                AccessToken = SandboxTokens.Next("a", seller, connection),
                AccessTokenUntil = TimeProvider.System.GetUtcNow().UtcDateTime + SandboxTokens.AccessLifetime,
                RefreshToken = rotates ? SandboxTokens.Next("r", seller, connection) : refreshToken,
            },
            cancellationToken).ConfigureAwait(false);
    }
}
