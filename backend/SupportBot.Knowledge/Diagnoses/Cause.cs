namespace SupportBot.Knowledge.Diagnoses;

/// <summary>Why a settlement does not post, by the names that support, articles and the support API share.</summary>
public static class Cause
{
    public const string AlreadySent = "already-sent";
    public const string PartiallySent = "partially-sent";
    public const string PlatformUnavailable = "platform-unavailable";
    public const string AccountingDisconnected = "accounting-disconnected";
    public const string SubscriptionLapsed = "subscription-lapsed";
    public const string AccountingPermission = "accounting-permission";
    public const string PeriodLocked = "period-locked";
    public const string PlanLimit = "plan-limit";
    public const string CurrencyUnavailable = "currency-unavailable";
    public const string DuplicateDocument = "duplicate-document";
    public const string MappingArchived = "mapping-archived";
    public const string MappingMissing = "mapping-missing";
    public const string TaxRateInvalid = "tax-rate-invalid";
    public const string BankAccountMissing = "bank-account-missing";
    public const string SelectMarketplace = "select-marketplace";
    public const string SalesChannelDisconnected = "sales-channel-disconnected";
    public const string UnrecognisedError = "unrecognised-error";
    public const string AwaitingVat = "awaiting-vat";
    public const string AwaitingVatOverdue = "awaiting-vat-overdue";
    public const string Processing = "processing";
    public const string ProcessingOverdue = "processing-overdue";
    public const string ChannelLinkDropped = "channel-link-dropped";
    public const string MultiMonthVat = "multi-month-vat";
    public const string StuckSending = "stuck-sending";
    public const string Locked = "locked";
    public const string NothingFound = "nothing-found";
    public const string CouldNotCheck = "could-not-check";

    /// <summary>Precedence: what stands earlier hides what it explains.</summary>
    public static IReadOnlyList<string> InOrder { get; } =
    [
        AlreadySent, PartiallySent, PlatformUnavailable, AccountingDisconnected, SubscriptionLapsed, AccountingPermission,
        PeriodLocked, PlanLimit, CurrencyUnavailable, DuplicateDocument, MappingArchived, MappingMissing, TaxRateInvalid,
        BankAccountMissing, SelectMarketplace, SalesChannelDisconnected, UnrecognisedError, AwaitingVat, AwaitingVatOverdue,
        Processing, ProcessingOverdue, ChannelLinkDropped, MultiMonthVat, StuckSending, Locked, NothingFound, CouldNotCheck,
    ];

    /// <summary>Done or merely waiting: never hides a real problem of another settlement.</summary>
    public static bool IsDoneOrWaiting(string cause) => cause is AlreadySent or AwaitingVat or Processing;
}
