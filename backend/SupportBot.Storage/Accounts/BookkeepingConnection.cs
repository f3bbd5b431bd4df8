namespace SupportBot.Storage.Accounts;

/// <summary>One connection of a seller to an accounting platform. Channels may share one or have their own.</summary>
public sealed class BookkeepingConnection
{
    public required string SellerId { get; set; }

    public required string Id { get; set; }

    public AccountingPlatform Platform { get; set; }

    public required string Organisation { get; set; }

    /// <summary>What the Account Settings page shows; the platform may know better.</summary>
    public ConnectionStatus Status { get; set; }

    /// <summary>The latest connect or reconnect, UTC.</summary>
    public DateTime? ConnectedAt { get; set; }

    public DateTime? LastRefreshedAt { get; set; }

    /// <summary>The Xero tenant id or the QuickBooks realm id.</summary>
    public required string TenantId { get; set; }

    /// <summary>Encrypted; only <c>SupportBot.Accounts</c> can read it.</summary>
    public string? AccessToken { get; set; }

    public DateTime? AccessTokenExpiresAt { get; set; }

    /// <summary>Encrypted like <see cref="AccessToken"/>.</summary>
    public string? RefreshToken { get; set; }

    /// <summary>When the platform refused the refresh token for good (product clock); null while it has not since the latest connect.</summary>
    public DateTime? AuthorisationEndedAt { get; set; }

    /// <summary>Who is exchanging the refresh token at the moment; counts until <see cref="RefreshingUntil"/>.</summary>
    public string? RefreshingBy { get; set; }

    /// <summary>Real time, not the demo clock.</summary>
    public DateTime? RefreshingUntil { get; set; }
}

public enum AccountingPlatform
{
    Xero,
    QuickBooks,
}

public enum ConnectionStatus
{
    Connected,
    Disconnected,
}
