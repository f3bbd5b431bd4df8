using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportBot.Accounts.QuickBooks;

/// <summary>Any answer: a 200 may carry a fault, and the gateway spells its fault in lower case.</summary>
internal sealed record QuickBooksAnswer(
    QuickBooksCompany? CompanyInfo, QuickBooksPreferences? Preferences, QuickBooksQueryResponse? QueryResponse, QuickBooksFault? Fault,
    QuickBooksJournal? JournalEntry);

internal sealed record QuickBooksPreferences(QuickBooksAccountingPreferences? AccountingInfoPrefs, QuickBooksCurrencyPreferences? CurrencyPrefs);

/// <param name="BookCloseDate">Documents on or before it are refused.</param>
internal sealed record QuickBooksAccountingPreferences(DateOnly? BookCloseDate);

internal sealed record QuickBooksCurrencyPreferences(bool? MultiCurrencyEnabled, QuickBooksReference? HomeCurrency);

internal sealed record QuickBooksReference(string? Value);

internal sealed record QuickBooksCurrency(string? Code, bool? Active);

internal sealed record QuickBooksCompany(string? CompanyName, string? LegalName, string? Country);

internal sealed record QuickBooksQueryResponse(
    IReadOnlyList<QuickBooksAccount>? Account, IReadOnlyList<QuickBooksTaxCode>? TaxCode, IReadOnlyList<QuickBooksTaxRate>? TaxRate,
    IReadOnlyList<QuickBooksJournal>? JournalEntry, IReadOnlyList<QuickBooksCurrency>? CompanyCurrency);

internal sealed record QuickBooksAccount(string? Id, string? Name, string? AcctNum, bool? Active);

internal sealed record QuickBooksTaxCode(string? Id, string? Name, bool? Active);

internal sealed record QuickBooksTaxRate(string? Id, string? Name, bool? Active);

internal sealed record QuickBooksJournal(string? Id, string? DocNumber, DateOnly? TxnDate, decimal? TotalAmt);

internal sealed record QuickBooksFault(IReadOnlyList<QuickBooksError>? Error, string? Type);

/// <param name="Code">Text in documented answers, a number in some seen ones.</param>
internal sealed record QuickBooksError(string? Message, string? Detail, JsonElement? Code);

[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(QuickBooksAnswer))]
internal sealed partial class QuickBooksJson : JsonSerializerContext;
