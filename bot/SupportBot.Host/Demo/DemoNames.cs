using System.Text.Json;
using SupportBot.Storage.Accounts;

namespace SupportBot.Host.Demo;

/// <summary>Values as the snapshot and the demo page spell them.</summary>
internal static class DemoNames
{
    public static string Of(AccountingPlatform platform) => platform == AccountingPlatform.Xero ? "xero" : "quickbooks";

    public static string Of(UserRole role) => Kebab(role);

    public static string Of(ConnectionStatus status) => Kebab(status);

    public static string Of(SettlementStatus status) => Kebab(status);

    private static string Kebab<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
