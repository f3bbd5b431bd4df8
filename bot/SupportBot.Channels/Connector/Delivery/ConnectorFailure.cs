using SupportBot.Turns.Outbox;

namespace SupportBot.Channels.Connector.Delivery;

/// <summary>Why a call to the Connector did not do what was asked.</summary>
/// <param name="Code">Short, stable and without secrets, such as <c>bot-removed</c> or <c>busy-429</c>.</param>
/// <param name="RetryAfter">The wait that the other side asked for.</param>
public sealed record ConnectorFailure(ConnectorFailureKind Kind, string Code, TimeSpan? RetryAfter = null)
{
    /// <summary>The code of <see cref="ConnectorFailureKind.BotRemoved"/>: whoever adds the bot again heals it.</summary>
    public const string BotRemoved = "bot-removed";

    /// <summary>Whether time alone could heal it.</summary>
    public bool IsTemporary => Kind is ConnectorFailureKind.Unreachable or ConnectorFailureKind.Busy or ConnectorFailureKind.NotAuthorised;

    /// <summary>The same in the outbox's words.</summary>
    public OutboxOutcome Outcome => IsTemporary ? new OutboxOutcome.Retry(Code, RetryAfter) : new OutboxOutcome.GiveUp(Code);
}

public enum ConnectorFailureKind
{
    /// <summary>No answer, or none in time: whether it was done is unknown.</summary>
    Unreachable,

    /// <summary>The other side is busy or down; further tries did not help.</summary>
    Busy,

    /// <summary>No token could be had, or it was not accepted. An operator can put that right.</summary>
    NotAuthorised,

    /// <summary>403: the bot was removed from the team, or is blocked there.</summary>
    BotRemoved,

    /// <summary>404: the thread or the message is gone.</summary>
    NotFound,

    /// <summary>Everything else that another try would not change.</summary>
    Refused,

    /// <summary>The address is not known to be the Connector's; nothing was sent.</summary>
    AddressNotAllowed,
}
