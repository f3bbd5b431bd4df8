using System.Text.Json;
using SupportBot.Storage.Conversations;
using SupportBot.Storage.Tickets;

namespace SupportBot.Escalation;

/// <summary>A ticket as the support API shows it (contract, section 6). What is not known is null, never left out.</summary>
public sealed record TicketView
{
    public required string Reference { get; init; }

    /// <summary><c>waiting</c>, <c>claimed</c>, <c>snoozed</c>, <c>resolved</c> or <c>returned</c>.</summary>
    public required string Status { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary><c>webchat</c>, <c>email</c> or <c>teams</c>.</summary>
    public required string ChannelOfOrigin { get; init; }

    public required SellerView? Seller { get; init; }

    /// <summary>A cause name, <c>asked-for-human</c> or <c>internal-error</c>.</summary>
    public required string Reason { get; init; }

    public required string? SalesChannel { get; init; }

    public required string? Marketplace { get; init; }

    public required string? SettlementId { get; init; }

    /// <summary>The settlement's end date.</summary>
    public required DateOnly? SettlementDate { get; init; }

    public required DateOnly? SettlementFrom { get; init; }

    public required DateOnly? SettlementTo { get; init; }

    public required string? ErrorText { get; init; }

    public required IReadOnlyList<string> TriedSteps { get; init; }

    /// <summary>The diagnosis as it stood when the ticket was opened.</summary>
    public required JsonElement? Diagnosis { get; init; }

    public required string ConversationId { get; init; }

    public required string? Agent { get; init; }

    /// <summary>While it is put off.</summary>
    public required DateTime? SnoozedUntil { get; init; }

    /// <summary><c>solved</c>, <c>seller-fixed</c>, <c>no-reply</c>, <c>not-a-fault</c> or <c>duplicate</c>, once it is resolved.</summary>
    public required string? ResolvedAs { get; init; }

    /// <summary>What the seller said at the end.</summary>
    public required bool? Helped { get; init; }

    /// <summary>The reference of the case before this one in the same conversation.</summary>
    public required string? EarlierReference { get; init; }

    /// <summary><c>reconnect-channel</c>, <c>rerun-vat</c>, <c>reset-settlement</c> or <c>none</c>.</summary>
    public required string RequestedAction { get; init; }

    public required IReadOnlyList<HistoryView> History { get; init; }

    /// <summary>Shows a ticket that was read together with its history.</summary>
    public static TicketView Of(Ticket ticket) => new()
    {
        Reference = ticket.Reference,
        Status = NameOf(ticket.Status),
        CreatedAt = ticket.CreatedAt,
        ChannelOfOrigin = NameOf(ticket.ChannelOfOrigin),
        Seller = ticket.SellerId is null ? null : new SellerView(ticket.SellerId, ticket.SellerName, UserOf(ticket)),
        Reason = ticket.Reason,
        SalesChannel = ticket.SalesChannel,
        Marketplace = ticket.Marketplace,
        SettlementId = ticket.SettlementId,
        SettlementDate = ticket.SettlementDate,
        SettlementFrom = ticket.SettlementFrom,
        SettlementTo = ticket.SettlementTo,
        ErrorText = ticket.ErrorText,
        TriedSteps = JsonSerializer.Deserialize(ticket.TriedSteps, TicketJson.Default.IReadOnlyListString) ?? [],
        Diagnosis = ticket.Diagnosis is null ? null : JsonSerializer.Deserialize(ticket.Diagnosis, TicketJson.Default.JsonElement),
        ConversationId = ticket.ConversationId,
        Agent = ticket.Agent,
        SnoozedUntil = ticket.SnoozedUntil,
        ResolvedAs = ticket.ResolvedAs,
        Helped = ticket.Helped,
        EarlierReference = ticket.EarlierReference,
        RequestedAction = ticket.RequestedAction,
        History = [.. ticket.History.OrderBy(e => e.Number).Select(e => new HistoryView(e.At, e.By, e.Event))],
    };

    public static string NameOf(TicketStatus status) => status switch
    {
        TicketStatus.Waiting => "waiting",
        TicketStatus.Claimed => "claimed",
        TicketStatus.Snoozed => "snoozed",
        TicketStatus.Resolved => "resolved",
        TicketStatus.Returned => "returned",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static string NameOf(ConversationChannel channel) => channel switch
    {
        ConversationChannel.WebChat => "webchat",
        ConversationChannel.Email => "email",
        ConversationChannel.Teams => "teams",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, null),
    };

    private static UserView? UserOf(Ticket ticket) =>
        ticket.UserId is null ? null : new UserView(ticket.UserId, ticket.UserName, ticket.UserEmail, ticket.UserRole);
}

public sealed record SellerView(string Id, string? Name, UserView? User);

public sealed record UserView(string Id, string? Name, string? Email, string? Role);

/// <param name="By"><c>seller</c>, <c>bot</c>, <c>agent:&lt;name&gt;</c> or <c>system</c>.</param>
public sealed record HistoryView(DateTime At, string By, string Event);
