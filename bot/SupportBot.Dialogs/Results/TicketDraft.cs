using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Dialogs.Results;

/// <summary>A ticket before it is sent: everything that account, diagnosis and conversation already say.</summary>
public sealed record TicketDraft
{
    /// <summary>A cause name or <c>asked-for-human</c>.</summary>
    public required string Reason { get; init; }

    public string? SalesChannel { get; init; }

    public string? Marketplace { get; init; }

    public string? SettlementId { get; init; }

    /// <summary>Further settlements with the same cause, oldest first: whoever mends it for the one should see them all.</summary>
    public IReadOnlyList<string> AlsoSettlements { get; init; } = [];

    /// <summary>The settlement's end date.</summary>
    public DateOnly? SettlementDate { get; init; }

    public DateOnly? SettlementFrom { get; init; }

    public DateOnly? SettlementTo { get; init; }

    public string? ErrorText { get; init; }

    /// <summary>What the person wants support to know, in their own words.</summary>
    public string? Comment { get; init; }

    /// <summary>Plain past-tense phrases, such as <c>reconnected Xero</c>.</summary>
    public IReadOnlyList<string> TriedSteps { get; init; } = [];

    public Diagnosis? Diagnosis { get; init; }

    /// <summary><c>reconnect-channel</c>, <c>rerun-vat</c>, <c>reset-settlement</c> or <c>none</c>.</summary>
    public required string RequestedAction { get; init; }
}
