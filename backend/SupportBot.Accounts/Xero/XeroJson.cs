using System.Text.Json.Serialization;

namespace SupportBot.Accounts.Xero;

internal sealed record XeroConnection(string TenantId, string? TenantName);

internal sealed record XeroOrganisations(IReadOnlyList<XeroOrganisation>? Organisations);

/// <param name="PeriodLockDate"><c>/Date(1391126400000+0000)/</c></param>
internal sealed record XeroOrganisation(string? Name, string? BaseCurrency, string? PeriodLockDate, string? EndOfYearLockDate);

internal sealed record XeroAccounts(IReadOnlyList<XeroAccount>? Accounts);

/// <summary>Bank accounts may have no code; they are named by their id then.</summary>
internal sealed record XeroAccount([property: JsonPropertyName("AccountID")] string? AccountId, string? Code, string? Name, string? Status, string? Class);

internal sealed record XeroTaxRates(IReadOnlyList<XeroTaxRate>? TaxRates);

/// <summary>Each <c>CanApplyTo…</c> is left out where Xero does not say.</summary>
internal sealed record XeroTaxRate(
    string? TaxType, string? Name, string? Status, bool? CanApplyToAssets, bool? CanApplyToEquity, bool? CanApplyToExpenses,
    bool? CanApplyToLiabilities, bool? CanApplyToRevenue)
{
    public IReadOnlyList<string> ForbiddenClasses() =>
    [
        .. from rule in new[]
           {
               (Class: "ASSET", Can: CanApplyToAssets), (Class: "EQUITY", Can: CanApplyToEquity), (Class: "EXPENSE", Can: CanApplyToExpenses),
               (Class: "LIABILITY", Can: CanApplyToLiabilities), (Class: "REVENUE", Can: CanApplyToRevenue),
           }
           where rule.Can == false
           select rule.Class,
    ];
}

internal sealed record XeroCurrencies(IReadOnlyList<XeroCurrency>? Currencies);

internal sealed record XeroCurrency(string? Code);

internal sealed record XeroInvoices(IReadOnlyList<XeroInvoice>? Invoices);

/// <param name="Type"><c>ACCREC</c> (invoice) or <c>ACCPAY</c> (bill).</param>
/// <param name="Status"><c>DRAFT</c>, <c>SUBMITTED</c>, <c>AUTHORISED</c>, <c>PAID</c>, <c>VOIDED</c> or <c>DELETED</c>.</param>
/// <param name="Date"><c>/Date(1391126400000+0000)/</c></param>
internal sealed record XeroInvoice(
    [property: JsonPropertyName("InvoiceID")] string? InvoiceId, string? InvoiceNumber, string? Type, string? Status, string? Date, decimal? Total);

/// <summary>A gateway problem or a validation answer; the keys' case has changed over the years.</summary>
internal sealed record XeroProblem(string? Title, string? Detail, string? Message, string? Error, IReadOnlyList<XeroProblemElement>? Elements);

internal sealed record XeroProblemElement(IReadOnlyList<XeroValidationError>? ValidationErrors);

internal sealed record XeroValidationError(string? Message);

[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(IReadOnlyList<XeroConnection>))]
[JsonSerializable(typeof(XeroOrganisations))]
[JsonSerializable(typeof(XeroAccounts))]
[JsonSerializable(typeof(XeroTaxRates))]
[JsonSerializable(typeof(XeroCurrencies))]
[JsonSerializable(typeof(XeroInvoices))]
[JsonSerializable(typeof(XeroProblem))]
internal sealed partial class XeroJson : JsonSerializerContext;
