using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;
using SupportBot.Accounts.Accounting;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Xero;

/// <summary>
/// What a diagnosis reads, and sending posts, of Xero's accounting API (https://github.com/XeroAPI/Xero-OpenAPI, 16.1.0).
/// </summary>
internal sealed class XeroClient(IHttpClientFactory http, PlatformAddresses addresses, IOptions<XeroOptions> options) : IAccountingPlatform
{
    private const int NumbersACall = 100;

    /// <summary>The one call that names no organisation.</summary>
    private const string ConnectionsPath = "connections";

    public AccountingPlatform Platform => AccountingPlatform.Xero;

    /// <summary>The organisations that the authorisation covers.</summary>
    /// <param name="tenantId">For whose sake they are read.</param>
    public Task<PlatformResult<IReadOnlyList<XeroConnection>>> GetConnectionsAsync(string accessToken, string tenantId, CancellationToken cancellationToken) =>
        GetAsync(ConnectionsPath, accessToken, tenantId, XeroJson.Default.IReadOnlyListXeroConnection, cancellationToken);

    public async Task<PlatformResult<XeroOrganisation>> GetOrganisationAsync(string accessToken, string tenantId, CancellationToken cancellationToken)
    {
        var answer = await GetAsync("api.xro/2.0/Organisation", accessToken, tenantId, XeroJson.Default.XeroOrganisations, cancellationToken).ConfigureAwait(false);
        return answer.Then<XeroOrganisation>(a => a.Organisations is [var first, ..] ? first : new PlatformFailure.Unreadable(200));
    }

    public async Task<PlatformResult<PlatformOrganisation>> ReadOrganisationAsync(string accessToken, string tenantId, CancellationToken cancellationToken)
    {
        var connecting = GetConnectionsAsync(accessToken, tenantId, cancellationToken);
        var reading = GetOrganisationAsync(accessToken, tenantId, cancellationToken);
        var connections = await connecting.ConfigureAwait(false);
        var organisation = await reading.ConfigureAwait(false);
        if (!connections.Succeeded)
        {
            return connections.Failure;
        }

        // A dropped organisation also refuses its own reads, but with a text that fits other reasons too.
        return connections.Value.Any(c => string.Equals(c.TenantId, tenantId, StringComparison.OrdinalIgnoreCase))
            ? organisation.Then<PlatformOrganisation>(o => new PlatformOrganisation(o.Name ?? "", o.BaseCurrency, LockDate(o)))
            : new PlatformFailure.TenantNotConnected();
    }

    public async Task<PlatformResult<IReadOnlyList<LedgerAccount>>> ReadAccountsAsync(string accessToken, string tenantId, CancellationToken cancellationToken)
    {
        var answer = await GetAsync("api.xro/2.0/Accounts", accessToken, tenantId, XeroJson.Default.XeroAccounts, cancellationToken).ConfigureAwait(false);
        return answer.Then<IReadOnlyList<LedgerAccount>>(a => a.Accounts is null
            ? new PlatformFailure.Unreadable(200)
            : a.Accounts.Select(x => new LedgerAccount(x.Code ?? x.AccountId ?? "", x.Name ?? "", IsActive(x.Status)) { Class = x.Class }).ToArray());
    }

    public async Task<PlatformResult<IReadOnlyList<LedgerTaxRate>>> ReadTaxRatesAsync(string accessToken, string tenantId, CancellationToken cancellationToken)
    {
        var answer = await GetAsync("api.xro/2.0/TaxRates", accessToken, tenantId, XeroJson.Default.XeroTaxRates, cancellationToken).ConfigureAwait(false);
        return answer.Then<IReadOnlyList<LedgerTaxRate>>(a => a.TaxRates is null
            ? new PlatformFailure.Unreadable(200)
            : a.TaxRates.Select(x => new LedgerTaxRate(x.TaxType ?? "", x.Name ?? "", IsActive(x.Status)) { ForbiddenClasses = x.ForbiddenClasses() }).ToArray());
    }

    /// <summary><c>GET /Currencies</c>: the organisation itself tells the rest (https://developer.xero.com/documentation/api/accounting/currencies).</summary>
    public async Task<PlatformResult<LedgerBooks>> ReadBooksAsync(string accessToken, string tenantId, CancellationToken cancellationToken)
    {
        var answer = await GetAsync("api.xro/2.0/Currencies", accessToken, tenantId, XeroJson.Default.XeroCurrencies, cancellationToken).ConfigureAwait(false);
        return answer.Then<LedgerBooks>(a => a.Currencies is null
            ? new PlatformFailure.Unreadable(200)
            : new LedgerBooks(null, null, [.. a.Currencies.Select(c => c.Code).OfType<string>()]));
    }

    /// <summary>
    /// <c>GET /Invoices?InvoiceNumbers=</c>: sales invoices and bills alike, without their lines
    /// (https://developer.xero.com/documentation/api/accounting/invoices). The addresses stay short: some numbers a call.
    /// </summary>
    public async Task<PlatformResult<IReadOnlyList<LedgerDocument>>> FindDocumentsAsync(
        string accessToken, string tenantId, IReadOnlyList<string> numbers, CancellationToken cancellationToken)
    {
        var asked = await Task.WhenAll(numbers.Distinct(StringComparer.OrdinalIgnoreCase).Chunk(NumbersACall).Select(some => GetAsync(
            $"api.xro/2.0/Invoices?InvoiceNumbers={string.Join(',', some.Select(Uri.EscapeDataString))}",
            accessToken, tenantId, XeroJson.Default.XeroInvoices, cancellationToken))).ConfigureAwait(false);
        List<LedgerDocument> found = [];
        foreach (var answer in asked)
        {
            if (!answer.Succeeded)
            {
                return answer.Failure;
            }

            if (answer.Value.Invoices is not { } invoices)
            {
                return new PlatformFailure.Unreadable(200);
            }

            found.AddRange(invoices.Select(XeroDocuments.Read).Where(d => numbers.Contains(d.Number, StringComparer.OrdinalIgnoreCase)));
        }

        return found;
    }

    /// <summary>See <see cref="XeroPosting"/>.</summary>
    public async Task<PlatformResult<LedgerDocument>> PostDocumentAsync(
        string accessToken, string tenantId, NewDocument document, string key, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Put, XeroPosting.Path, accessToken, tenantId);
        request.Headers.Add(XeroPosting.IdempotencyHeader, key);
        request.Content = new StringContent(XeroPosting.Body(document), Encoding.UTF8, "application/json");
        var answer = await http.CreateClient(AccountingHttpClients.Xero).AskAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.Then(XeroPosting.Read);
    }

    public Task<PlatformResult<IssuedTokens>> RefreshAsync(string refreshToken, CancellationToken cancellationToken) =>
        TokenEndpoint.RefreshAsync(http.CreateClient(AccountingHttpClients.Xero), addresses.Token(Platform), options.Value, refreshToken, cancellationToken);

    private async Task<PlatformResult<T>> GetAsync<T>(
        string path, string accessToken, string tenantId, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        using var request = Request(HttpMethod.Get, path, accessToken, tenantId);
        var answer = await http.CreateClient(AccountingHttpClients.Xero).AskAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.Then<T>(a => !a.IsSuccess
            ? XeroErrors.Classify(a)
            : Json.TryRead(a.Body, type) is { } value ? value : new PlatformFailure.Unreadable(a.Status));
    }

    private HttpRequestMessage Request(HttpMethod method, string path, string accessToken, string tenantId)
    {
        var request = new HttpRequestMessage(method, new Uri(addresses.XeroApi, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        request.Headers.Accept.ParseAdd("application/json");
        request.Options.Set(TenantCalls.Concerning, tenantId);
        if (path != ConnectionsPath)
        {
            request.Headers.Add("xero-tenant-id", tenantId);
        }

        return request;
    }

    private static bool IsActive(string? status) => string.Equals(status, "ACTIVE", StringComparison.OrdinalIgnoreCase);

    private static DateOnly? LockDate(XeroOrganisation organisation)
    {
        var period = XeroDates.Read(organisation.PeriodLockDate);
        var year = XeroDates.Read(organisation.EndOfYearLockDate);
        return period > year || year is null ? period : year;
    }
}
