namespace SupportBot.Knowledge.Diagnoses;

/// <summary>A diagnosis with what a conversation needs beside it: which settlements there are to choose from.</summary>
/// <param name="Unsent">All unsent settlements of the seller (not only the diagnosed scope), oldest first.</param>
/// <param name="Subject">The settlement that the diagnosis names, sent or not; null where it names none.</param>
/// <param name="Platform"><c>xero</c> or <c>quickbooks</c>: the platform of the subject's channel, else of the first finding's, else of the seller's first connection.</param>
/// <param name="ConnectionId">The connection behind <paramref name="Platform"/>; null where the seller has none.</param>
public sealed record AccountReport(
    Diagnosis Diagnosis,
    IReadOnlyList<SettlementSummary> Unsent,
    SettlementSummary? Subject,
    string Platform,
    string? ConnectionId = null);

/// <summary>A settlement as people recognise it.</summary>
/// <param name="TotalHundredths">Hundredths of <paramref name="Currency"/>.</param>
/// <param name="Status">The contract's status name, such as <c>ready</c> or <c>awaiting-vat</c>.</param>
/// <param name="Platform"><c>xero</c> or <c>quickbooks</c>.</param>
public sealed record SettlementSummary(
    string Id,
    string Channel,
    string Marketplace,
    DateOnly From,
    DateOnly To,
    DateOnly? DepositedOn,
    long TotalHundredths,
    string Currency,
    string Status,
    string Platform);

/// <summary>What to look at: one settlement, one channel, or (both null) everything unsent.</summary>
public sealed record DiagnosisScope(string? SettlementId = null, string? Channel = null)
{
    public static DiagnosisScope Everything { get; } = new();

    /// <summary>An error message that the seller quoted about the settlement under discussion.</summary>
    public QuotedError? Quoted { get; init; }
}

/// <param name="Text">As the seller wrote it.</param>
/// <param name="At">Product clock, UTC; a try to send that was made later tells more.</param>
public sealed record QuotedError(string Text, DateTime At);

/// <summary>How a person named a settlement; every part that is given must fit.</summary>
public sealed record SettlementQuery
{
    public string? SettlementId { get; init; }

    /// <summary>As written by the person; matched loosely against the seller's channel names.</summary>
    public string? ChannelText { get; init; }

    /// <summary>Canonical, such as <c>Amazon.de</c>.</summary>
    public string? Marketplace { get; init; }

    /// <summary>Any day that the person ties to the settlement: its end, its start, its deposit, or a day within.</summary>
    public DateOnly? Date { get; init; }

    public DateOnly? DateFrom { get; init; }

    public DateOnly? DateTo { get; init; }
}

/// <summary>What a query matched.</summary>
/// <param name="Settlements">Unsent before sent, then newest first; at most twenty.</param>
/// <param name="Channel">The exact name of the channel that <see cref="SettlementQuery.ChannelText"/> means; null where it names none or several.</param>
public sealed record SettlementMatches(IReadOnlyList<SettlementSummary> Settlements, string? Channel);
