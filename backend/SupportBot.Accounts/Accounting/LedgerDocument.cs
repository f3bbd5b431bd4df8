namespace SupportBot.Accounts.Accounting;

/// <summary>A document as it stands in the platform: an invoice or bill (Xero), or a journal (QuickBooks).</summary>
/// <param name="Number">As people see it there.</param>
/// <param name="Id">The platform's own.</param>
/// <param name="Total">In the document's currency; null where the platform did not tell.</param>
/// <param name="Link">Where a signed-in person sees it.</param>
internal sealed record LedgerDocument(string Number, string Id, LedgerDocumentStatus Status, DateOnly? Date, decimal? Total, Uri? Link)
{
    /// <summary>A draft takes its number as much as a posted document does; a voided one no longer does.</summary>
    public bool Stands => Status != LedgerDocumentStatus.Voided;
}

internal enum LedgerDocumentStatus
{
    /// <summary>Not approved yet.</summary>
    Draft,
    Posted,

    /// <summary>Voided or deleted.</summary>
    Voided,
}
