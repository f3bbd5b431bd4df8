namespace SupportBot.Storage.Accounts;

/// <summary>
/// A reconnect under way: the seller has been sent to the platform's own page and has not come back yet. One use, a few minutes.
/// </summary>
public sealed class ReconnectFlow
{
    /// <summary>SHA-256 of the state that travels through the browser; the state itself is stored nowhere.</summary>
    public required string StateHash { get; set; }

    public required string SellerId { get; set; }

    public required string ConnectionId { get; set; }

    /// <summary>The conversation that learns of the reconnect.</summary>
    public required string ConversationId { get; set; }

    public required string UserId { get; set; }

    /// <summary>SHA-256 of what the browser that began it holds in a cookie.</summary>
    public required string BrowserHash { get; set; }

    /// <summary>The PKCE verifier (RFC 7636), encrypted.</summary>
    public required string CodeVerifier { get; set; }

    /// <summary>As it was sent to the platform; the exchange must repeat it.</summary>
    public required string RedirectUri { get; set; }

    /// <summary>Real time, not the demo clock.</summary>
    public DateTime ExpiresAt { get; set; }

    /// <summary>Real time of the first answer, whatever it said; null until then.</summary>
    public DateTime? UsedAt { get; set; }
}
