namespace SupportBot.Accounts.Accounting;

/// <summary>A document to post, in words that both platforms share.</summary>
internal sealed record NewDocument
{
    public required string Number { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>From whom the payout came: the marketplace.</summary>
    public required string Contact { get; init; }

    /// <summary>The settlement's id.</summary>
    public required string Reference { get; init; }

    public required IReadOnlyList<NewDocumentLine> Lines { get; init; }

    /// <summary>Where the payout goes, or comes from when negative; a journal balances on it. Null: none is set.</summary>
    public string? BankAccount { get; init; }

    public long TotalHundredths => Lines.Sum(l => l.AmountHundredths);
}

/// <param name="Account">As a mapping names it.</param>
/// <param name="TaxRate">Null: none.</param>
/// <param name="AmountHundredths">Income positive, cost negative.</param>
internal sealed record NewDocumentLine(string Description, string Account, string? TaxRate, long AmountHundredths);
