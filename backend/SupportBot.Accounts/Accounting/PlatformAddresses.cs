using Microsoft.Extensions.Options;
using SupportBot.Accounts.Sandbox;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Accounting;

/// <summary>
/// Where the platforms are. Read at every call: in a demo the host's own address is known only once it listens.
/// </summary>
internal sealed class PlatformAddresses(IOptions<XeroOptions> xero, IOptions<QuickBooksOptions> quickBooks, SandboxAddress? sandbox = null)
{
    public Uri XeroApi => Pick(xero.Value.BaseUrl, "/sandbox/xero", "https://api.xero.com");

    public Uri XeroIdentity => Pick(xero.Value.IdentityUrl, "/sandbox/xero", "https://identity.xero.com");

    public Uri QuickBooksApi => Pick(quickBooks.Value.BaseUrl, "/sandbox/quickbooks", "https://quickbooks.api.intuit.com");

    public Uri QuickBooksIdentity => Pick(quickBooks.Value.IdentityUrl, "/sandbox/quickbooks", "https://oauth.platform.intuit.com");

    public Uri Token(AccountingPlatform platform) => platform == AccountingPlatform.Xero
        ? new Uri(XeroIdentity, "connect/token")
        : new Uri(QuickBooksIdentity, "oauth2/v1/tokens/bearer");

    /// <summary>The page on which a seller approves.</summary>
    /// <param name="publicBase">Where browsers reach this host, and with it the sandbox.</param>
    public Uri Authorise(AccountingPlatform platform, Uri publicBase)
    {
        var (options, path, page) = platform == AccountingPlatform.Xero
            ? ((PlatformOptions)xero.Value, "connect/authorize", "https://login.xero.com/identity/connect/authorize")
            : (quickBooks.Value, "connect/oauth2", "https://appcenter.intuit.com/connect/oauth2");
        return options switch
        {
            { AuthorizeUrl: { } configured } => new Uri(configured),
            { IdentityUrl: { } identity } => new Uri(new Uri(identity.TrimEnd('/') + "/"), path),
            _ => sandbox is null ? new Uri(page) : new Uri(publicBase, $"sandbox/{Spelling.Name(platform)}/{path}"),
        };
    }

    private Uri Pick(string? configured, string sandboxPath, string platform)
    {
        var address = configured ?? (sandbox is null ? platform : new Uri(sandbox.Current, sandboxPath).AbsoluteUri);
        return new Uri(address.TrimEnd('/') + "/");
    }
}
