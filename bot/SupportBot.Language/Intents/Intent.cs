namespace SupportBot.Language.Intents;

/// <summary>What a person may want, by the contract's names.</summary>
public static class Intent
{
    public const string SettlementNotSending = "settlement-not-sending";
    public const string SettlementStuckSending = "settlement-stuck-sending";
    public const string PermissionError = "permission-error";
    public const string AccountingDisconnected = "accounting-disconnected";
    public const string MissingMappings = "missing-mappings";
    public const string BankAccountMissing = "bank-account-missing";
    public const string ChannelLinkDropped = "channel-link-dropped";
    public const string MultiMonthVat = "multi-month-vat";
    public const string ChangeTaxRates = "change-tax-rates";
    public const string ShopifyAppWontOpen = "shopify-app-wont-open";
    public const string HistoricMappingLookup = "historic-mapping-lookup";
    public const string ContactHuman = "contact-human";
    public const string CheckStatus = "check-status";
    public const string ConfirmDone = "confirm-done";
    public const string StillBroken = "still-broken";
    public const string Clarify = "clarify";
    public const string Greeting = "greeting";
    public const string ThanksBye = "thanks-bye";
    public const string Yes = "yes";
    public const string No = "no";
    public const string OutOfScope = "out-of-scope";

    /// <summary>To begin the conversation again; beyond the names of the contract.</summary>
    public const string StartOver = "start-over";
}
