namespace SupportBot.Storage.Accounts;

/// <summary>A marketplace payout that becomes an invoice in Xero or a journal in QuickBooks.</summary>
public sealed class Settlement
{
    public required string SellerId { get; set; }

    public required string Id { get; set; }

    public required string ChannelName { get; set; }

    public required string Marketplace { get; set; }

    public DateOnly From { get; set; }

    /// <summary>The last day; also the settlement's date where one date is asked for.</summary>
    public DateOnly To { get; set; }

    public DateOnly? DepositedOn { get; set; }

    public required string Currency { get; set; }

    /// <summary>The payout in hundredths of <see cref="Currency"/>; SQLite compares no decimals.</summary>
    public long TotalHundredths { get; set; }

    public SettlementStatus Status { get; set; }

    public DateTime? StatusSince { get; set; }

    public DateTime? SentAt { get; set; }

    public string? DocumentNumber { get; set; }

    /// <summary>The order of ours that has begun to send it; only that one may go on while the status is <see cref="SettlementStatus.Sending"/>.</summary>
    public string? SendOrder { get; set; }

    public List<SettlementPart> Parts { get; set; } = [];

    public List<SettlementLine> Lines { get; set; } = [];

    public List<SendAttempt> Attempts { get; set; } = [];
}

public enum SettlementStatus
{
    Scheduled,
    Processing,
    AwaitingVat,
    Ready,
    Sending,
    Sent,
    Error,
    Locked,
    SelectMarketplace,
    Hidden,
}

/// <summary>One document of a settlement that crosses a month end; it can be sent and rolled back apart.</summary>
public sealed class SettlementPart
{
    public required string SellerId { get; set; }

    public required string SettlementId { get; set; }

    /// <summary><c>yyyy-MM</c>.</summary>
    public required string Month { get; set; }

    public SettlementStatus Status { get; set; }

    public string? DocumentNumber { get; set; }

    public string? Error { get; set; }
}

public sealed class SettlementLine
{
    public required string SellerId { get; set; }

    public required string SettlementId { get; set; }

    public int Number { get; set; }

    public required string Category { get; set; }

    /// <summary>Its settlement's, here too, so that the last posting of a category is found without walking through a channel's history.</summary>
    public required string ChannelName { get; set; }

    /// <inheritdoc cref="ChannelName"/>
    public required string Marketplace { get; set; }

    public long AmountHundredths { get; set; }

    /// <summary>The account to which a sent line was posted.</summary>
    public string? Account { get; set; }

    public string? TaxRate { get; set; }

    /// <summary>When its settlement was last sent, with an account for this line; null while it went nowhere.</summary>
    public DateTime? PostedAt { get; set; }
}

/// <summary>An earlier try to send; <see cref="Number"/> counts from the oldest.</summary>
public sealed class SendAttempt
{
    public required string SellerId { get; set; }

    public required string SettlementId { get; set; }

    public int Number { get; set; }

    public DateTime At { get; set; }

    public SendInitiator By { get; set; }

    public SendOutcome Outcome { get; set; }

    public string? Error { get; set; }
}

public enum SendInitiator
{
    User,
    Auto,
}

public enum SendOutcome
{
    Sent,
    Error,

    /// <summary>Nothing happened and no error was shown.</summary>
    Nothing,
}
