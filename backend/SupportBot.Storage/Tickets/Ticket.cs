using SupportBot.Storage.Conversations;

namespace SupportBot.Storage.Tickets;

/// <summary>A case for a human. Facts about seller and settlement are copied in: the ticket shows what was known when it was opened.</summary>
public sealed class Ticket
{
    /// <summary>What people quote, such as <c>LMB-7K2Q</c>.</summary>
    public required string Reference { get; set; }

    public TicketStatus Status { get; set; }

    public DateTime CreatedAt { get; set; }

    public ConversationChannel ChannelOfOrigin { get; set; }

    public required string ConversationId { get; set; }

    public string? SellerId { get; set; }

    public string? SellerName { get; set; }

    public string? UserId { get; set; }

    public string? UserName { get; set; }

    public string? UserEmail { get; set; }

    public string? UserRole { get; set; }

    /// <summary>A cause name of the contract, <c>asked-for-human</c> or <c>internal-error</c>.</summary>
    public required string Reason { get; set; }

    public string? SalesChannel { get; set; }

    public string? Marketplace { get; set; }

    public string? SettlementId { get; set; }

    public DateOnly? SettlementDate { get; set; }

    public DateOnly? SettlementFrom { get; set; }

    public DateOnly? SettlementTo { get; set; }

    public string? ErrorText { get; set; }

    /// <summary>JSON array of plain sentences.</summary>
    public required string TriedSteps { get; set; }

    /// <summary>The diagnosis as the support API shows it, JSON; null when none could be made.</summary>
    public string? Diagnosis { get; set; }

    /// <summary>The name of whoever has it, or had it when it was resolved or returned.</summary>
    public string? Agent { get; set; }

    /// <summary>Who that is: an Entra object id, or Teams' own name for a guest without one.</summary>
    public string? AgentId { get; set; }

    /// <summary>Grows whenever status or agent change: what a card showed is still so while the number is the same.</summary>
    public int StatusNumber { get; set; }

    /// <summary>The <see cref="TicketEvent.Number"/> that tells of that change; null before the first.</summary>
    public int? StatusEvent { get; set; }

    /// <summary>Product clock; only while it is snoozed.</summary>
    public DateTime? SnoozedUntil { get; set; }

    /// <summary>The agent stayed silent, so that others may take it as if nobody had it.</summary>
    public bool IsOffered { get; set; }

    /// <summary>When an agent last answered the seller; real time.</summary>
    public DateTime? AgentSpokeAt { get; set; }

    /// <summary>How it ended: <c>solved</c>, <c>seller-fixed</c>, <c>no-reply</c>, <c>not-a-fault</c> or <c>duplicate</c>; null while it is open.</summary>
    public string? ResolvedAs { get; set; }

    /// <summary>What the seller answered at the end; null when they have not.</summary>
    public bool? Helped { get; set; }

    /// <summary>The person's case before this one in the same conversation.</summary>
    public string? EarlierReference { get; set; }

    public required string RequestedAction { get; set; }

    public long Version { get; set; }

    public List<TicketEvent> History { get; set; } = [];
}

public enum TicketStatus
{
    Waiting,
    Claimed,
    Snoozed,
    Resolved,
    Returned,
}

public sealed class TicketEvent
{
    public required string TicketReference { get; set; }

    /// <summary>1, 2, 3 … within the ticket.</summary>
    public int Number { get; set; }

    public DateTime At { get; set; }

    /// <summary><c>seller</c>, <c>bot</c>, <c>agent:&lt;name&gt;</c> or <c>system</c>.</summary>
    public required string By { get; set; }

    public required string Event { get; set; }
}
