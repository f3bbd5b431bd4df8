using SupportBot.Storage;

namespace SupportBot.Accounts.Reconnects;

/// <summary>What a request of the seller's browser came to.</summary>
public abstract record ReconnectResult
{
    private ReconnectResult()
    {
    }

    /// <summary>The browser goes to the platform's own page, once <paramref name="Store"/> is committed.</summary>
    /// <param name="Flow">Its name, which the answer's <see cref="AuthorisationAnswer.Flow"/> repeats; no secret.</param>
    /// <param name="BrowserSecret">For a cookie: only the browser that began may finish.</param>
    public sealed record Begun(Uri Authorise, string Flow, string BrowserSecret, Action<SupportDbContext> Store) : ReconnectResult;

    /// <summary>The platform gave new tokens for the same organisation. They count once <paramref name="Store"/> is committed.</summary>
    /// <param name="Key">The same for the same reconnect, for the event that tells the conversation.</param>
    public sealed record Connected(ReconnectSubject Subject, string Key, string Organisation, Action<SupportDbContext> Store) : ReconnectResult;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Organisation">The one that is to be reconnected, where it is known whose reconnect this is.</param>
    /// <param name="Retry">A path that begins again; null where that would end the same way.</param>
    public sealed record Stopped(ReconnectProblem Problem, string? Organisation = null, string? Retry = null) : ReconnectResult;
}

/// <summary>Why a reconnect did not happen.</summary>
public enum ReconnectProblem
{
    /// <summary>The button's link is older than a day, or no link of ours.</summary>
    LinkOver,

    /// <summary>The person's role may not reconnect, or they are no longer in the account.</summary>
    NotAllowed,

    /// <summary>The answer's state is unknown, used already or too old.</summary>
    AnswerOver,

    /// <summary>The answer came to another browser than the one that began.</summary>
    OtherBrowser,

    /// <summary>The person declined on the platform's page.</summary>
    Declined,

    /// <summary>The person approved, but not for the organisation that was connected before.</summary>
    OtherOrganisation,

    /// <summary>The platform gave no usable answer to us.</summary>
    PlatformTrouble,
}
