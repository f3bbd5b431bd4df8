using Microsoft.Extensions.Options;
using SupportBot.Accounts.Sandbox;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Accounting;

/// <summary>As which app the product speaks to the platforms. The sandbox knows one that needs no configuration.</summary>
internal sealed class PlatformApps(IOptions<XeroOptions> xero, IOptions<QuickBooksOptions> quickBooks, SandboxAddress? sandbox = null)
{
    public const string SandboxClientId = "supportbot-sandbox";

    public PlatformOptions Of(AccountingPlatform platform)
    {
        PlatformOptions options = platform == AccountingPlatform.Xero ? xero.Value : quickBooks.Value;
        return options with { ClientId = ClientId(platform) };
    }

    /// <summary>Null where none is configured.</summary>
    public string? ClientId(AccountingPlatform platform)
    {
        var configured = platform == AccountingPlatform.Xero ? xero.Value.ClientId : quickBooks.Value.ClientId;
        return !string.IsNullOrEmpty(configured) ? configured : sandbox is null ? null : SandboxClientId;
    }
}
