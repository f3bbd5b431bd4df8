using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Sandbox;

/// <summary>
/// Tokens and organisation ids of the simulated platforms. A token tells whose it is; whether it works is for
/// <see cref="ConnectionSandbox"/> to say. They protect nothing: invented accounts are all there is behind them.
/// </summary>
internal static class SandboxTokens
{
    public static readonly TimeSpan AccessLifetime = TimeSpan.FromMinutes(30);

    public static string TenantId(AccountingPlatform platform, string sellerId, string connectionId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{sellerId}/{connectionId}"));
        return platform == AccountingPlatform.Xero
            ? new Guid(hash.AsSpan(0, 16)).ToString()
            : (BitConverter.ToUInt64(hash) % 1_000_000_000_000_000 + 9_000_000_000_000_000).ToString(CultureInfo.InvariantCulture);
    }

    public static string FirstAccessToken(string sellerId, string connectionId) => $"a1.{Owner(sellerId, connectionId)}.first";

    public static string FirstRefreshToken(string sellerId, string connectionId) => $"r1.{Owner(sellerId, connectionId)}.first";

    public static string Next(string kind, string sellerId, string connectionId) =>
        $"{kind}.{Owner(sellerId, connectionId)}.{RandomNumberGenerator.GetHexString(16, lowercase: true)}";

    /// <summary>The platform's side of a fresh connection, which knows the first tokens unless they are said to be over.</summary>
    public static ConnectionSandbox Grant(string sellerId, string connectionId, ConnectionSandbox sandbox) => sandbox with
    {
        AccessToken = sandbox.Authorisation is "token-expired" or "revoked" ? null : FirstAccessToken(sellerId, connectionId),
        RefreshToken = sandbox.Authorisation == "revoked" ? null : FirstRefreshToken(sellerId, connectionId),
    };

    /// <summary>A new consent; without a clean break before it, a role that was refused stays refused.</summary>
    public static ConnectionSandbox Reconnect(string sellerId, string connectionId, ConnectionSandbox state) => state with
    {
        Authorisation = state is { Authorisation: "forbidden", AppRemoved: false } ? "forbidden" : "valid",
        AppRemoved = false,
        OtherAccessToken = null,
        AccessToken = Next("a", sellerId, connectionId),
        AccessTokenUntil = TimeProvider.System.GetUtcNow().UtcDateTime + AccessLifetime,
        RefreshToken = Next("r", sellerId, connectionId),
    };

    /// <summary>A consent for another organisation: what this one has stays as it was.</summary>
    public static ConnectionSandbox GrantAnother(string sellerId, string connectionId, ConnectionSandbox state) =>
        state with { OtherAccessToken = Next("a", sellerId, connectionId) };

    /// <summary>Link My Books was taken out of the platform's linked apps.</summary>
    public static ConnectionSandbox Remove(ConnectionSandbox state) => state with { AppRemoved = true, AccessToken = null, RefreshToken = null };

    /// <summary>An organisation of the same login that Link My Books has never been connected to.</summary>
    public static string OtherTenantId(BookkeepingConnection row) => TenantId(row.Platform, row.SellerId, row.Id + "/other");

    /// <summary>What <c>GET /connections</c> calls the connection itself.</summary>
    public static string ConnectionId(BookkeepingConnection row) => TenantId(AccountingPlatform.Xero, row.TenantId, "connection");

    /// <summary>Null for anything that is no token of the sandbox.</summary>
    public static (string SellerId, string ConnectionId)? OwnerOf(string? token)
    {
        if (token?.Split('.') is not [_, var owner, _] || !Base64Url.IsValid(owner))
        {
            return null;
        }

        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(owner)).Split('/') is [var seller, var connection] ? (seller, connection) : null;
    }

    private static string Owner(string sellerId, string connectionId) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{sellerId}/{connectionId}"));
}
