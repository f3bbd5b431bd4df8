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
            ? Seen(await store.FindAsync(seller, connection, cancellationToken).ConfigureAwait(false), token)
            : null;

    /// <summary>What a call to the token endpoint shows: a refresh token or a code.</summary>
    public static string ProofOf(IFormCollection form) => form[form["grant_type"] == "authorization_code" ? "code" : "refresh_token"].ToString();

    /// <summary>Tokens for a refresh token or a code that is good; null for any other.</summary>
    public Task<ConnectionSandbox?> GrantAsync(IFormCollection form, SandboxConsent consent, bool rotates, CancellationToken cancellationToken) =>
        form["grant_type"] == "authorization_code"
            ? consent.RedeemAsync(form, cancellationToken)
            : RefreshAsync(form["refresh_token"], rotates, cancellationToken);

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
    private async Task<ConnectionSandbox?> RefreshAsync(string? refreshToken, bool rotates, CancellationToken cancellationToken)
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

    /// <summary>A token that was granted for another organisation sees that one, and this one as not connected.</summary>
    private static SandboxConnection? Seen(SandboxConnection? known, string? token) =>
        known is { State: var state } && token is not null && state.OtherAccessToken == token
            ? known with { State = state with { Authorisation = "wrong-tenant", AccessToken = token, AccessTokenUntil = null } }
            : known;
}
