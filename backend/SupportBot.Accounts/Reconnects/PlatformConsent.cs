using Microsoft.AspNetCore.Http.Extensions;
using SupportBot.Accounts.Accounting;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Reconnects;

/// <summary>
/// The authorisation code flow with PKCE at both platforms: where the browser is sent, and what the code is exchanged for.
/// Sources: developer.xero.com, "The standard authorization code flow"; developer.intuit.com, "Set up OAuth 2.0".
/// </summary>
internal sealed class PlatformConsent(IHttpClientFactory http, PlatformAddresses addresses, PlatformApps apps)
{
    /// <summary>
    /// Xero's granular scopes, no more than is used: <c>accounting.settings.read</c> for the organisation, accounts, tax rates and
    /// currencies, <c>accounting.invoices</c> to post settlements and look documents up, <c>offline_access</c> for a refresh token.
    /// </summary>
    private const string XeroScopes = "offline_access accounting.settings.read accounting.invoices";

    /// <summary>Intuit has one scope for all of its accounting API.</summary>
    private const string QuickBooksScopes = "com.intuit.quickbooks.accounting";

    /// <param name="publicBase">Where browsers reach this host; the sandbox's consent page is there.</param>
    public Uri AuthoriseAddress(AccountingPlatform platform, Uri publicBase, string redirectUri, string state, string verifier)
    {
        var query = new QueryBuilder
        {
            { "response_type", "code" },
            { "client_id", apps.ClientId(platform) ?? "" },
            { "redirect_uri", redirectUri },
            { "scope", platform == AccountingPlatform.Xero ? XeroScopes : QuickBooksScopes },
            { "state", state },
            { "code_challenge", RandomSecret.Challenge(verifier) },
            { "code_challenge_method", "S256" },
        };
        return new Uri(addresses.Authorise(platform, publicBase).AbsoluteUri + query.ToQueryString());
    }

    public Task<PlatformResult<IssuedTokens>> ExchangeAsync(
        AccountingPlatform platform, string code, string redirectUri, string verifier, CancellationToken cancellationToken)
    {
        var name = platform == AccountingPlatform.Xero ? AccountingHttpClients.Xero : AccountingHttpClients.QuickBooks;
        return TokenEndpoint.ExchangeAsync(http.CreateClient(name), addresses.Token(platform), apps.Of(platform), code, redirectUri, verifier, cancellationToken);
    }
}
