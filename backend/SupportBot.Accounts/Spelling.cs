using System.Globalization;
using System.Text.Json;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts;

/// <summary>Enum values as the contract, the snapshot and people spell them.</summary>
internal static class Spelling
{
    public static string Name(SettlementStatus status) => JsonNamingPolicy.KebabCaseLower.ConvertName(status.ToString());

    public static string Name(UserRole role) => JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString());

    public static string Name(AccountingPlatform platform) => platform == AccountingPlatform.Xero ? "xero" : "quickbooks";

    /// <summary>The brand as people write it.</summary>
    public static string Brand(AccountingPlatform platform) => platform == AccountingPlatform.Xero ? "Xero" : "QuickBooks";

    /// <summary>Reads <c>awaiting-vat</c>, <c>tiktok-shop</c>, <c>quickbooks</c> …; the schema has checked the word.</summary>
    public static T Parse<T>(string word)
        where T : struct, Enum => Enum.Parse<T>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    /// <summary>ISO 8601, the one form of dates in facts and summaries; whoever shows them to people puts them into the reader's.</summary>
    public static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>As <see cref="Day"/>, in UTC.</summary>
    public static string Moment(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
