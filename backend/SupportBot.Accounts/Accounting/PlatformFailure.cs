namespace SupportBot.Accounts.Accounting;

/// <summary>Why a platform's answer is not the one that was asked for.</summary>
internal abstract record PlatformFailure
{
    private PlatformFailure()
    {
    }

    /// <summary>The access token is stale; a refresh may heal it.</summary>
    public sealed record TokenExpired : PlatformFailure;

    /// <summary>No token of this connection works any more and none can be had without the seller.</summary>
    public sealed record AuthorisationEnded : PlatformFailure;

    /// <summary>The connected user may not do this: role, scope or a stale consent.</summary>
    public sealed record PermissionRefused(string Text) : PlatformFailure;

    /// <summary>The authorisation lives, but not for this organisation.</summary>
    public sealed record TenantNotConnected : PlatformFailure;

    public sealed record SubscriptionEnded(string Text) : PlatformFailure;

    /// <param name="RetryAfter">Null where the platform did not say.</param>
    public sealed record RateLimited(TimeSpan? RetryAfter) : PlatformFailure;

    /// <summary>Out of reach, or down and saying so.</summary>
    public sealed record Offline(TimeSpan? RetryAfter = null) : PlatformFailure;

    /// <summary>An error of the platform's own.</summary>
    public sealed record Failing(int Status) : PlatformFailure;

    public sealed record TimedOut : PlatformFailure;

    /// <summary>Not asked: we have asked this organisation as much as we may for now.</summary>
    public sealed record Busy : PlatformFailure;

    /// <summary>An answer, but not one that can be understood.</summary>
    public sealed record Unreadable(int Status) : PlatformFailure;

    /// <summary>Understood and turned down; the text says why.</summary>
    public sealed record Rejected(int Status, string? Code, string Text) : PlatformFailure;
}
