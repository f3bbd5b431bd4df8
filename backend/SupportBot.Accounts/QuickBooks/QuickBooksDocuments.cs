using SupportBot.Accounts.Accounting;

namespace SupportBot.Accounts.QuickBooks;

internal static class QuickBooksDocuments
{
    public static LedgerDocument Read(QuickBooksJournal journal) => new(
        journal.DocNumber ?? "", journal.Id ?? "", LedgerDocumentStatus.Posted, journal.TxnDate, journal.TotalAmt,
        journal.Id is null ? null : new Uri($"https://qbo.intuit.com/app/journal?txnId={Uri.EscapeDataString(journal.Id)}"));
}
