using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Reconnects;

internal static class PlatformPaths
{
    /// <summary>The platform that an address names as <c>xero</c> or <c>quickbooks</c>; null for anything else.</summary>
    public static AccountingPlatform? Parse(string name) => name switch
    {
        "xero" => AccountingPlatform.Xero,
        "quickbooks" => AccountingPlatform.QuickBooks,
        _ => null,
    };
}
