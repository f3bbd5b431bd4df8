namespace SupportBot.Accounts.Accounting;

/// <summary>
/// Names of the HTTP clients behind the platforms, for API and token calls alike; tests replace their primary handler.
/// </summary>
public static class AccountingHttpClients
{
    public const string Xero = "xero";

    public const string QuickBooks = "quickbooks";
}
