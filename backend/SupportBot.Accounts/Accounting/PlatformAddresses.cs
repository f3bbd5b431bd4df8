using Microsoft.Extensions.Options;
using SupportBot.Accounts.Sandbox;

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

    private Uri Pick(string? configured, string sandboxPath, string platform)
    {
        var address = configured ?? (sandbox is null ? platform : new Uri(sandbox.Current, sandboxPath).AbsoluteUri);
        return new Uri(address.TrimEnd('/') + "/");
    }
}
