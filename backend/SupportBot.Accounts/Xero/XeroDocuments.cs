using SupportBot.Accounts.Accounting;

namespace SupportBot.Accounts.Xero;

internal static class XeroDocuments
{
    public static LedgerDocument Read(XeroInvoice invoice) => new(
        invoice.InvoiceNumber ?? "", invoice.InvoiceId ?? "", StatusOf(invoice.Status), XeroDates.Read(invoice.Date), invoice.Total, Link(invoice));

    /// <summary>One that waits for approval is still a draft.</summary>
    private static LedgerDocumentStatus StatusOf(string? status) => status?.ToUpperInvariant() switch
    {
        "DRAFT" or "SUBMITTED" => LedgerDocumentStatus.Draft,
        "VOIDED" or "DELETED" => LedgerDocumentStatus.Voided,
        _ => LedgerDocumentStatus.Posted,
    };

    /// <summary>https://developer.xero.com/documentation/guides/how-to-guides/deep-link-xero</summary>
    private static Uri? Link(XeroInvoice invoice) => invoice.InvoiceId is null ? null : new Uri(
        $"https://go.xero.com/{(invoice.Type == "ACCPAY" ? "AccountsPayable" : "AccountsReceivable")}/View.aspx?InvoiceID={Uri.EscapeDataString(invoice.InvoiceId)}");
}
