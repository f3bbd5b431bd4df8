using System.ComponentModel.DataAnnotations;

namespace SupportBot.Accounts.Accounting;

/// <summary>How an accounting platform is reached. Sections <c>Accounting:Xero</c> and <c>Accounting:QuickBooks</c>.</summary>
public abstract record PlatformOptions
{
    /// <summary>The app's id at the platform. Needed unless the sandbox stands in.</summary>
    public string? ClientId { get; init; }

    public string? ClientSecret { get; init; }

    /// <summary>Where the API lives. Left out: the platform itself, or the sandbox in a demo.</summary>
    [SafeUrl]
    public string? BaseUrl { get; init; }

    /// <summary>Where tokens are renewed (without the endpoint's path). Left out: the platform itself, or the sandbox in a demo.</summary>
    [SafeUrl]
    public string? IdentityUrl { get; init; }

    /// <summary>
    /// The page on which sellers approve a connection. Left out: the platform's own, the sandbox's in a demo, or its usual path
    /// below <see cref="IdentityUrl"/> where that is given.
    /// </summary>
    [SafeUrl]
    public string? AuthorizeUrl { get; init; }

    /// <summary>Real time for one try of a call.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:00:30")]
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Real time for a call with all its tries. A diagnosis ends within 8 s, so this must stay well below.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:00:07")]
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(4.5);

    /// <summary>Calls to one organisation at once.</summary>
    [Range(1, 100)]
    public int MaxConcurrentCalls { get; init; }

    /// <summary>Calls to one organisation in any minute; the sandbox does not count them.</summary>
    [Range(1, 10_000)]
    public int MaxCallsPerMinute { get; init; }
}

/// <summary>Limits of an organisation as developer.xero.com, "OAuth 2.0 API limits", tells them.</summary>
public sealed record XeroOptions : PlatformOptions
{
    public XeroOptions() => (MaxConcurrentCalls, MaxCallsPerMinute) = (5, 60);
}

/// <summary>Limits of a company as developer.intuit.com, "Limits and throttles", tells them.</summary>
public sealed record QuickBooksOptions : PlatformOptions
{
    public QuickBooksOptions() => (MaxConcurrentCalls, MaxCallsPerMinute) = (10, 500);
}
