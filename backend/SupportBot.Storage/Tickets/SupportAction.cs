namespace SupportBot.Storage.Tickets;

/// <summary>Something that support did, or asked to be done, to a seller's account: the audit trail. Rows are never deleted by the product.</summary>
public sealed class SupportAction
{
    /// <summary>Chosen by who asks; the same key again is the same action.</summary>
    public required string Key { get; set; }

    public required string TicketReference { get; set; }

    /// <summary><c>reconnect-channel</c>, <c>rerun-vat</c> or <c>reset-settlement</c>.</summary>
    public required string Action { get; set; }

    public required string SellerId { get; set; }

    /// <summary>On which channel.</summary>
    public string? ChannelName { get; set; }

    /// <summary>On which settlement.</summary>
    public string? SettlementId { get; set; }

    public required string Reason { get; set; }

    /// <summary>Who asked for it.</summary>
    public required string By { get; set; }

    public DateTime RequestedAt { get; set; }

    public SupportActionState State { get; set; }

    /// <summary>When it was carried out, by the product's clock, after everything that had happened to the seller before; null until then.</summary>
    public DateTime? DoneAt { get; set; }
}

public enum SupportActionState
{
    Requested,
    Done,

    /// <summary>It could not be carried out; the ticket's history says why.</summary>
    Failed,
}
