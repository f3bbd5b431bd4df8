using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SupportBot.Accounts.Accounting;

namespace SupportBot.Accounts.Xero;

/// <summary>
/// <c>PUT /Invoices</c> of Xero's accounting API (https://developer.xero.com/documentation/api/accounting/invoices): a sales invoice, or a
/// bill with its signs turned where the total is negative, because Xero takes no negative invoice. PUT only creates; POST could change
/// what stands. An approved document is asked for: a draft would not be in the books.
/// </summary>
internal static class XeroPosting
{
    /// <summary>At most 128 characters (https://developer.xero.com/documentation/guides/idempotent-requests/idempotency).</summary>
    public const string IdempotencyHeader = "Idempotency-Key";

    /// <summary>One document a call, and errors that make the answer a 400 instead of hiding in a 200.</summary>
    public const string Path = "api.xro/2.0/Invoices?summarizeErrors=true";

    public static string Body(NewDocument document)
    {
        var isBill = document.TotalHundredths < 0;
        var date = document.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var invoice = new XeroNewInvoice(
            isBill ? "ACCPAY" : "ACCREC", new XeroContact(document.Contact), date, date, document.Number, document.Reference, document.Currency,
            // Marketplaces report what buyers paid, tax and all.
            "Inclusive", "AUTHORISED",
            [.. document.Lines.Select(l => new XeroNewLine(l.Description, 1, (isBill ? -l.AmountHundredths : l.AmountHundredths) / 100m, l.Account, l.TaxRate ?? "NONE"))]);
        return JsonSerializer.Serialize(new XeroNewInvoices([invoice]), XeroPostingJson.Default.XeroNewInvoices);
    }

    /// <summary>A 200 may still carry an element that was turned down.</summary>
    public static PlatformResult<LedgerDocument> Read(PlatformAnswer answer)
    {
        if (!answer.IsSuccess)
        {
            return XeroErrors.Classify(answer);
        }

        if (Json.TryRead(answer.Body, XeroPostingJson.Default.XeroPostedInvoices)?.Invoices is not [var posted, ..])
        {
            return new PlatformFailure.Unreadable(answer.Status);
        }

        var error = posted.ValidationErrors?.Select(v => v.Message).FirstOrDefault(m => m is not null);
        return posted.HasErrors == true || error is not null || string.Equals(posted.StatusAttributeString, "ERROR", StringComparison.OrdinalIgnoreCase)
            ? new PlatformFailure.Rejected(answer.Status, null, error ?? "Xero turned the document down and gave no reason.")
            : XeroDocuments.Read(new XeroInvoice(posted.InvoiceId, posted.InvoiceNumber, posted.Type, posted.Status, null, posted.Total));
    }
}

internal sealed record XeroNewInvoices(IReadOnlyList<XeroNewInvoice> Invoices);

internal sealed record XeroNewInvoice(
    string Type, XeroContact Contact, string Date, string DueDate, string InvoiceNumber, string Reference, string CurrencyCode, string LineAmountTypes,
    string Status, IReadOnlyList<XeroNewLine> LineItems);

internal sealed record XeroContact(string Name);

internal sealed record XeroNewLine(string Description, decimal Quantity, decimal UnitAmount, string AccountCode, string TaxType);

internal sealed record XeroPostedInvoices(IReadOnlyList<XeroPostedInvoice>? Invoices);

internal sealed record XeroPostedInvoice(
    [property: JsonPropertyName("InvoiceID")] string? InvoiceId, string? InvoiceNumber, string? Type, string? Status, decimal? Total,
    bool? HasErrors, string? StatusAttributeString, IReadOnlyList<XeroValidationError>? ValidationErrors);

[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(XeroNewInvoices))]
[JsonSerializable(typeof(XeroPostedInvoices))]
internal sealed partial class XeroPostingJson : JsonSerializerContext;
