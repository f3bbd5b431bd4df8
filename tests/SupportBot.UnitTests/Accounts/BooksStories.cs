using System.Text.Json.Nodes;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.UnitTests.Accounts;

/// <summary>What the platform's books refuse: closed periods, plans, currencies, numbers, tax rates; and parts.</summary>
internal static class BooksStories
{
    private const string LockText = "The document date cannot be before the period lock date, currently set at 31 March 2026";
    private const string At = "2026-03-18T10:00:00Z";

    public static IReadOnlyList<CauseStory> All { get; } =
    [
        new("books closed on the last day", Cause.PeriodLocked, FixedBy.Accounting, null, a => a.Sandbox["lockDate"] = "2026-03-15"),
        new("books closed until the day before", Cause.NothingFound, FixedBy.User, null, a => a.Sandbox["lockDate"] = "2026-03-14"),
        new("books closed on the end of the first month, parts not listed", Cause.PeriodLocked, FixedBy.Accounting, null, a =>
        {
            a.Settlement["from"] = "2026-02-20";
            a.Sandbox["lockDate"] = "2026-02-28";
        }),
        new("books closed on the end of the first month, whose part waits for VAT", Cause.PeriodLocked, FixedBy.Accounting, null, a =>
        {
            a.Parts("awaiting-vat", "awaiting-vat");
            a.Sandbox["lockDate"] = "2026-02-28";
        }),
        new("books closed over a part that was posted, the other waits for VAT", Cause.AwaitingVat, FixedBy.Nobody, null, a =>
        {
            a.Parts("sent", "awaiting-vat");
            a.Sandbox["lockDate"] = "2026-02-28";
        }),
        new("lock date lifted since the last try", Cause.NothingFound, FixedBy.User, null, a => a.WithError(At, LockText)),
        new("refused by a lock date that still stands", Cause.PeriodLocked, FixedBy.Accounting, null, a =>
        {
            a.WithError(At, LockText);
            a.Sandbox["lockDate"] = "2026-03-31";
        }),
        new("refused by a lock date, platform hanging", Cause.CouldNotCheck, FixedBy.Nobody, null, a =>
        {
            a.WithError(At, LockText);
            a.Sandbox["availability"] = "slow";
        }),

        new("plan full at the last try", Cause.PlanLimit, FixedBy.Accounting, null, a =>
        {
            a.WithError(At, "You have reached the limit of invoices you can approve");
            a.Sandbox["invoiceLimitReached"] = true;
        }),
        new("plan full, but not tried yet", Cause.NothingFound, FixedBy.User, null, a => a.Sandbox["invoiceLimitReached"] = true),

        new("currency not switched on", Cause.CurrencyUnavailable, FixedBy.Accounting, null, a =>
        {
            a.Settlement["currency"] = "SEK";
            a.Sandbox["currencies"] = new JsonArray("GBP", "EUR");
        }),
        new("base currency, others not described", Cause.NothingFound, FixedBy.User, null, a => a.Settlement["currency"] = "SEK"),
        new("base currency that the list leaves out", Cause.NothingFound, FixedBy.User, null, a => a.Sandbox["currencies"] = new JsonArray("EUR")),
        new("currency switched on since the last try", Cause.NothingFound, FixedBy.User, null, a =>
        {
            a.WithError(At, "Currency Not Subscribed");
            a.Settlement["currency"] = "EUR";
            a.Sandbox["currencies"] = new JsonArray("GBP", "EUR");
        }),

        new("document stands already", Cause.DuplicateDocument, FixedBy.Support, null, a => a.Documents("INV-1", ("inv-1", "authorised"))),
        new("document stands under the number we would choose", Cause.DuplicateDocument, FixedBy.Support, null, a =>
            a.Sandbox["documents"] = new JsonArray(new JsonObject { ["number"] = "LMB-20260315-S-1" })),
        new("document stands as a draft", Cause.DuplicateDocument, FixedBy.Support, null, a => a.Documents("INV-1", ("INV-1", "draft"))),
        new("document was voided", Cause.NothingFound, FixedBy.User, null, a => a.Documents("INV-1", ("INV-1", "voided"))),
        new("number refused at the last try, number not known", Cause.DuplicateDocument, FixedBy.Support, null, a => a.WithError(At, "Invoice # must be unique.")),
        new("number refused at the last try, and free since", Cause.NothingFound, FixedBy.User, null, a =>
        {
            a.WithError(At, "Duplicate Document Number Error");
            a.Documents("INV-1", ("INV-1", "voided"));
        }),
        new("document stands while shown as sending for an hour", Cause.DuplicateDocument, FixedBy.Support, null, a =>
        {
            a.Status("sending", "2026-03-20T08:00:00Z");
            a.Documents("INV-1", ("INV-1", "authorised"));
        }),
        new("document stands in the middle of a send", Cause.Processing, FixedBy.Nobody, null, a =>
        {
            a.Status("sending", "2026-03-20T08:58:00Z");
            a.Documents("INV-1", ("INV-1", "authorised"));
        }),

        new("a part stands in the platform, unknown to us", Cause.PartiallySent, FixedBy.User, null, a =>
        {
            a.Parts("ready", "ready");
            a.Settlement["parts"]![0]!["documentNumber"] = "P-1";
            a.Documents("P-2", ("P-1", "authorised"));
        }),
        new("every part stands in the platform, one unknown to us", Cause.DuplicateDocument, FixedBy.Support, null, a =>
        {
            a.Parts("sent", "error");
            a.Documents("P-2", ("P-2", "authorised"));
        }),
        new("a part stands in the platform, the other waits for VAT", Cause.AwaitingVat, FixedBy.Nobody, null, a =>
        {
            a.Parts("ready", "awaiting-vat");
            a.Settlement["parts"]![0]!["documentNumber"] = "P-1";
            a.Documents("P-2", ("P-1", "authorised"));
        }),
        new("one number for months that are not listed", Cause.DuplicateDocument, FixedBy.Support, null, a =>
        {
            a.Settlement["from"] = "2026-02-20";
            a.Documents("INV-1", ("INV-1", "authorised"));
        }),
        new("one part posted, platform hanging", Cause.PartiallySent, FixedBy.User, null, a =>
        {
            a.Parts("sent", "ready");
            a.Sandbox["availability"] = "slow";
        }),

        new("tax rate switched off", Cause.TaxRateInvalid, FixedBy.User, 2, a => a.Sandbox["taxRates"]![1]!["status"] = "archived"),
        new("tax rate unknown", Cause.TaxRateInvalid, FixedBy.User, 2, a => a.Channel["mappings"]![1]!["taxRate"] = "INPUT9"),
        new("account without a tax rate", Cause.TaxRateInvalid, FixedBy.User, 2, a => a.Channel["mappings"]![1]!["taxRate"] = null),
        new("account without a tax rate, platform hanging", Cause.TaxRateInvalid, FixedBy.User, 2, a =>
        {
            a.Channel["mappings"]![1]!["taxRate"] = "";
            a.Sandbox["availability"] = "slow";
        }),
        new("tax rates not described", Cause.NothingFound, FixedBy.User, null, a => a.Sandbox.Remove("taxRates")),
        new("tax rate not allowed for the account", Cause.TaxRateInvalid, FixedBy.User, 2, a =>
            a.WithError(At, "The TaxType code 'INPUT2' cannot be used with account code '404'.")),
        new("tax rate that was not allowed, changed since", Cause.NothingFound, FixedBy.User, null, a =>
            a.WithError(At, "The TaxType code 'OUTPUT2' cannot be used with account code '404'.")),
        new("tax rate active again", Cause.NothingFound, FixedBy.User, null, a => a.WithError(At, "Tax Rate Inactive")),

        new("totals that do not add up", Cause.UnrecognisedError, FixedBy.Support, null, a => a.WithError(At, "Debit Credit Balance Error")),
        new("to be processed again by itself", Cause.Processing, FixedBy.Nobody, null, a =>
            a.WithError("2026-03-20T08:00:00Z", "This settlement could not be processed. It will be retried automatically.")),
        new("still not processed by itself after days", Cause.ProcessingOverdue, FixedBy.Support, null, a =>
            a.WithError(At, "This settlement could not be processed. It will be retried automatically.")),
        new("passing trouble that has passed", Cause.NothingFound, FixedBy.User, null, a => a.WithError(At, "An unhandled error with the Xero API occurred")),
        new("subscription renewed since the last try", Cause.NothingFound, FixedBy.User, null, a => a.WithError(At, "Invalid Company Status")),
    ];
}
