using SupportBot.Knowledge.Diagnoses;
using SupportBot.Storage.Conversations;

namespace SupportBot.Escalation;

/// <summary>Everything that is known when a case is handed to people. What the draft leaves out is taken from the diagnosis.</summary>
public sealed record TicketOpening
{
    /// <summary>A cause name, <see cref="TicketReason.AskedForHuman"/> or <see cref="TicketReason.InternalError"/>.</summary>
    public required string Reason { get; init; }

    public required string ConversationId { get; init; }

    public required ConversationChannel ChannelOfOrigin { get; init; }

    /// <summary>Product clock.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Null while nobody knows whose account it is.</summary>
    public TicketSeller? Seller { get; init; }

    public TicketUser? User { get; init; }

    public string? SalesChannel { get; init; }

    public string? Marketplace { get; init; }

    public string? SettlementId { get; init; }

    /// <summary>Further settlements with the same cause; they become part of the history.</summary>
    public IReadOnlyList<string> AlsoSettlements { get; init; } = [];

    public DateOnly? SettlementDate { get; init; }

    public DateOnly? SettlementFrom { get; init; }

    public DateOnly? SettlementTo { get; init; }

    public string? ErrorText { get; init; }

    /// <summary>The person's own words to support; they become part of the history.</summary>
    public string? Comment { get; init; }

    /// <summary>Plain past-tense phrases, such as <c>reconnected Xero</c>.</summary>
    public IReadOnlyList<string> TriedSteps { get; init; } = [];

    public Diagnosis? Diagnosis { get; init; }

    /// <summary>One of <see cref="Knowledge.Articles.RequestedAction"/>: what the article of the cause asks support for.</summary>
    public string RequestedAction { get; init; } = Knowledge.Articles.RequestedAction.None;
}

public sealed record TicketSeller(string Id, string Name);

/// <param name="Role">The contract's role name, such as <c>owner</c>.</param>
public sealed record TicketUser(string Id, string Name, string? Email, string? Role);
