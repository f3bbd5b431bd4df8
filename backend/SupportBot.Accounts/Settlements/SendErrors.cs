using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Accounts.Settlements;

/// <summary>What the error text of a try to send speaks of.</summary>
internal enum SendErrorKind
{
    Unrecognised,

    /// <summary>The platform refused the connected user.</summary>
    Permission,

    Authorisation,
    Subscription,
    LockDate,
    PlanLimit,
    Currency,
    Duplicate,

    /// <summary>An account is missing, archived or deleted.</summary>
    Account,
    TaxRate,
    BankAccount,

    /// <summary>Passing trouble: limits, outages, stale pages.</summary>
    Transient,
}

/// <summary>Recognises error texts of Link My Books, Xero and QuickBooks by words that their many wordings share.</summary>
internal static class SendErrors
{
    /// <summary>The first match counts, so the narrow ones stand first.</summary>
    private static readonly (SendErrorKind Kind, string[] Words)[] Known =
    [
        (SendErrorKind.Permission, ["not permitted to access", "correct permissions to perform", "do not have access to"]),
        (SendErrorKind.Subscription, ["invalid company status", "subscription has ended", "subscription has expired", "subscription period has ended"]),
        (SendErrorKind.LockDate, ["lock date", "period has closed", "books are closed", "closing date"]),
        (SendErrorKind.PlanLimit, ["limit of invoices", "transaction limit", "invoice limit"]),
        (SendErrorKind.Currency, ["currency not subscribed", "currency not available", "currency is not enabled", "not subscribed to currency"]),
        (SendErrorKind.Duplicate, ["duplicate document number", "must be unique", "duplicate invoice"]),
        (SendErrorKind.TaxRate, ["taxtype code", "tax rate must be valid", "tax type code mismatch", "tax rate inactive", "missing tax"]),
        (SendErrorKind.Account,
        [
            "account code", "missing accounting codes", "deleted account reference", "account must be valid", "has been made inactive",
            "account not found",
        ]),
        (SendErrorKind.BankAccount, ["bank account", "deposit account"]),
        (SendErrorKind.Authorisation, ["refresh oauth", "invalid_grant", "token expired", "tokenexpired", "authenticationunsuccessful", "disconnected"]),
        (SendErrorKind.Transient,
        [
            "rate limit", "unhandled error with the xero api", "unhandled error with the quickbooks api", "xero api error", "quickbooks api error",
            "method lock", "token refresh in progress", "curl error", "non-successful status code", "is offline", "throttle", "timed out",
            "page data no longer valid", "settlement incorrect status", "not ready to be sent", "will be retried automatically",
        ]),
    ];

    public static SendErrorKind Recognise(string text) =>
        Known.FirstOrDefault(k => k.Words.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase))).Kind;

    /// <summary>The cause that such a text proves by itself; null where a check of its own looks at what is so now.</summary>
    public static string? CauseOf(SendErrorKind kind) => kind switch
    {
        SendErrorKind.LockDate => Cause.PeriodLocked,
        SendErrorKind.PlanLimit => Cause.PlanLimit,
        SendErrorKind.Currency => Cause.CurrencyUnavailable,
        SendErrorKind.Duplicate => Cause.DuplicateDocument,
        SendErrorKind.TaxRate => Cause.TaxRateInvalid,
        _ => null,
    };
}
