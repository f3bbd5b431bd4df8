using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SupportBot.Accounts.Accounting;

namespace SupportBot.Accounts.QuickBooks;

/// <summary>
/// <c>POST /journalentry</c> of the QuickBooks Online API
/// (https://developer.intuit.com/app/developer/qbo/docs/api/accounting/all-entities/journalentry): income is credited, cost debited, and
/// the payout itself is the balancing line on the bank account. <c>requestid</c> replays the first answer
/// (https://developer.intuit.com/app/developer/qbo/docs/learn/rest-api-features, at most 50 characters).
/// </summary>
internal static class QuickBooksPosting
{
    private const int LongestRequestId = 50;

    public static string Path(string key) => $"journalentry?requestid={Uri.EscapeDataString(RequestId(key))}&minorversion=75";

    /// <param name="idOf">From an account's number, as mappings name it, to QuickBooks' own id.</param>
    public static string Body(NewDocument document, Func<string, string> idOf)
    {
        var payout = document.TotalHundredths;
        var lines = document.Lines.Select(l => Line(l.Description, idOf(l.Account), l.TaxRate, l.AmountHundredths, "Credit", "Debit"));
        if (payout != 0)
        {
            lines = lines.Append(Line($"{document.Contact} payout", idOf(document.BankAccount ?? ""), null, payout, "Debit", "Credit"));
        }

        var journal = new QuickBooksNewJournal(
            document.Number, document.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), document.Reference, new QuickBooksRef(document.Currency), [.. lines]);
        return JsonSerializer.Serialize(journal, QuickBooksPostingJson.Default.QuickBooksNewJournal);
    }

    private static QuickBooksNewLine Line(string description, string accountId, string? taxCode, long amount, string whenPositive, string whenNegative) => new(
        description, Math.Abs(amount) / 100m, "JournalEntryLineDetail",
        new QuickBooksLineDetail(amount < 0 ? whenNegative : whenPositive, new QuickBooksRef(accountId), taxCode is null ? null : new QuickBooksRef(taxCode)));

    /// <summary>The end tells parts and orders apart.</summary>
    private static string RequestId(string key) => key.Length <= LongestRequestId ? key : key[^LongestRequestId..];
}

internal sealed record QuickBooksNewJournal(
    string DocNumber, string TxnDate, string PrivateNote, QuickBooksRef CurrencyRef, IReadOnlyList<QuickBooksNewLine> Line);

internal sealed record QuickBooksNewLine(string Description, decimal Amount, string DetailType, QuickBooksLineDetail JournalEntryLineDetail);

internal sealed record QuickBooksLineDetail(string PostingType, QuickBooksRef AccountRef, QuickBooksRef? TaxCodeRef);

internal sealed record QuickBooksRef([property: JsonPropertyName("value")] string Value);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(QuickBooksNewJournal))]
internal sealed partial class QuickBooksPostingJson : JsonSerializerContext;
