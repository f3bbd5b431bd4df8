namespace SupportBot.Storage.Conversations;

/// <summary>One conversation of one person with the product, on one channel.</summary>
public sealed class Conversation
{
    /// <summary>Unguessable; the Direct Line conversation id.</summary>
    public required string Id { get; set; }

    public ConversationChannel Channel { get; set; }

    public string? SellerId { get; set; }

    public string? UserId { get; set; }

    /// <summary>IANA name of the time zone that the person was last in; null while it is not known.</summary>
    public string? TimeZone { get; set; }

    public ConversationOwner Owner { get; set; }

    /// <summary>The name of the agent, while <see cref="Owner"/> is <see cref="ConversationOwner.Agent"/>.</summary>
    public string? AgentName { get; set; }

    /// <summary>The case that support has of it, or had last: the person may come back to it.</summary>
    public string? TicketReference { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime LastActivityAt { get; set; }

    /// <summary>How it stands with what the person came for; null while nothing was to be put right.</summary>
    public ConversationOutcome? Outcome { get; set; }

    /// <summary>The id in the link with which it was opened, whether or not there is such a case.</summary>
    public string? CaseId { get; set; }

    /// <summary>The dialog's state as JSON; null before the first turn.</summary>
    public string? DialogState { get; set; }

    /// <summary>Grows by one with every turn; a turn commits only against the version it read.</summary>
    public long Version { get; set; }
}

public enum ConversationChannel
{
    WebChat,
    Email,
    Teams,
}

/// <summary>What became of the problem. A conversation that stops while it is unsolved was abandoned.</summary>
public enum ConversationOutcome
{
    Unsolved,

    /// <summary>The person says that it is done; no check has passed.</summary>
    ClaimedNotVerified,

    /// <summary>The check passed, or the document was read back.</summary>
    Verified,

    Escalated,
}

/// <summary>Who answers. While it is not <see cref="Bot"/>, the bot only acknowledges.</summary>
public enum ConversationOwner
{
    Bot,
    WaitingForAgent,
    Agent,
    Closed,
}
