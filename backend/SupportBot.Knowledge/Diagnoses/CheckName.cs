namespace SupportBot.Knowledge.Diagnoses;

/// <summary>The names that checks report under and that articles refer to: a step is proven by one of them.</summary>
public static class CheckName
{
    /// <summary>The connection to Xero or QuickBooks, asked at the platform itself.</summary>
    public const string AccountingConnection = "accounting-connection";

    /// <summary>The rights of the connected Xero or QuickBooks user.</summary>
    public const string Permission = "accounting-permission";

    /// <summary>Every category of the settlement has a live account.</summary>
    public const string Mappings = "mappings";

    public const string TaxRates = "tax-rates";

    public const string BankAccount = "bank-account";

    /// <summary>One channel's own link to the platform, by pattern.</summary>
    public const string ChannelLink = "channel-link";

    /// <summary>An Amazon settlement over a month end in Europe, by pattern.</summary>
    public const string MultiMonthVat = "multi-month-vat";

    public const string StuckSending = "stuck-sending";

    /// <summary>What the settlement's own status says: sent, processing, waiting for VAT, locked, in error, …</summary>
    public const string SettlementStatus = "settlement-status";

    /// <summary>The marketplace's own connection.</summary>
    public const string SalesChannel = "sales-channel";

    public const string PeriodLock = "period-lock";

    public const string PlanLimit = "plan-limit";

    public const string Currency = "currency";

    public const string DuplicateDocument = "duplicate-document";

    public static IReadOnlyList<string> All { get; } =
    [
        AccountingConnection, Permission, Mappings, TaxRates, BankAccount, ChannelLink, MultiMonthVat, StuckSending,
        SettlementStatus, SalesChannel, PeriodLock, PlanLimit, Currency, DuplicateDocument,
    ];
}
