using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;
using SupportBot.Accounts.Accounting;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.QuickBooks;

/// <summary>What a diagnosis reads, and sending posts, of the QuickBooks Online API (v3, minor version 75).</summary>
internal sealed class QuickBooksClient(IHttpClientFactory http, PlatformAddresses addresses, IOptions<QuickBooksOptions> options) : IAccountingPlatform
{
    private const int PageSize = 1000;
    private const int NumbersACall = 100;

    /// <summary>Without this QuickBooks leaves inactive ones out, and they could not be told from deleted ones.</summary>
    private const string ActiveOrNot = "Active in (true, false)";

    public AccountingPlatform Platform => AccountingPlatform.QuickBooks;

    public async Task<PlatformResult<PlatformOrganisation>> ReadOrganisationAsync(string accessToken, string tenantId, CancellationToken cancellationToken)
    {
        var path = $"companyinfo/{Uri.EscapeDataString(tenantId)}?minorversion=75";
        var answer = await GetAsync(path, accessToken, tenantId, cancellationToken).ConfigureAwait(false);
        return answer.Then<PlatformOrganisation>(a => a.CompanyInfo is { } company
            ? new PlatformOrganisation(company.CompanyName ?? company.LegalName ?? "", null, null)
            : new PlatformFailure.Unreadable(200));
    }

    public Task<PlatformResult<IReadOnlyList<LedgerAccount>>> ReadAccountsAsync(string accessToken, string tenantId, CancellationToken cancellationToken) =>
        QueryAsync(
            "Account", ActiveOrNot, accessToken, tenantId,
            r => r.Account?.Select(a => new LedgerAccount(NumberOrId(a), a.Name ?? "", a.Active ?? true)), cancellationToken);

    public async Task<PlatformResult<IReadOnlyList<LedgerTaxRate>>> ReadTaxRatesAsync(string accessToken, string tenantId, CancellationToken cancellationToken)
    {
        // A line carries a code, a code carries rates; a mapping may name either.
        var codes = QueryAsync("TaxCode", ActiveOrNot, accessToken, tenantId, r => r.TaxCode?.Select(t => new LedgerTaxRate(t.Id ?? "", t.Name ?? "", t.Active ?? true)), cancellationToken);
        var rates = QueryAsync("TaxRate", ActiveOrNot, accessToken, tenantId, r => r.TaxRate?.Select(t => new LedgerTaxRate(t.Id ?? "", t.Name ?? "", t.Active ?? true)), cancellationToken);
        var read = await codes.ConfigureAwait(false);
        var others = await rates.ConfigureAwait(false);
        return read.Then(c => others.Then<IReadOnlyList<LedgerTaxRate>>(r => (LedgerTaxRate[])[.. c, .. r]));
    }

    /// <summary>
    /// Closing date, home currency, and with multicurrency switched on the other currencies
    /// (https://developer.intuit.com/app/developer/qbo/docs/api/accounting/all-entities/preferences and …/companycurrency).
    /// </summary>
    public async Task<PlatformResult<LedgerBooks>> ReadBooksAsync(string accessToken, string tenantId, CancellationToken cancellationToken)
    {
        var answer = await GetAsync("preferences?minorversion=75", accessToken, tenantId, cancellationToken).ConfigureAwait(false);
        if (!answer.Succeeded || answer.Value.Preferences is not { } preferences)
        {
            return answer.Failure ?? new PlatformFailure.Unreadable(200);
        }

        var books = new LedgerBooks(preferences.AccountingInfoPrefs?.BookCloseDate, preferences.CurrencyPrefs?.HomeCurrency?.Value, []);
        if (preferences.CurrencyPrefs?.MultiCurrencyEnabled != true)
        {
            return books;
        }

        var currencies = await QueryAsync(
            "CompanyCurrency", "Active = true", accessToken, tenantId, r => r.CompanyCurrency?.Select(c => c.Code).OfType<string>(), cancellationToken).ConfigureAwait(false);
        return currencies.Then<LedgerBooks>(c => books with { Currencies = c });
    }

    /// <summary>
    /// <c>select * from JournalEntry where DocNumber in (…)</c>
    /// (https://developer.intuit.com/app/developer/qbo/docs/api/accounting/all-entities/journalentry). A journal is deleted
    /// rather than voided, and then no answer tells of it.
    /// </summary>
    public async Task<PlatformResult<IReadOnlyList<LedgerDocument>>> FindDocumentsAsync(
        string accessToken, string tenantId, IReadOnlyList<string> numbers, CancellationToken cancellationToken)
    {
        var asked = await Task.WhenAll(numbers.Distinct(StringComparer.OrdinalIgnoreCase).Chunk(NumbersACall).Select(some => QueryAsync(
            "JournalEntry", $"DocNumber in ({string.Join(", ", some.Select(Quoted))})", accessToken, tenantId,
            r => r.JournalEntry?.Select(QuickBooksDocuments.Read), cancellationToken))).ConfigureAwait(false);
        List<LedgerDocument> found = [];
        foreach (var answer in asked)
        {
            if (!answer.Succeeded)
            {
                return answer.Failure;
            }

            found.AddRange(answer.Value);
        }

        return found;
    }

    /// <summary>See <see cref="QuickBooksPosting"/>. The chart is read first: a line names an account by an id that no mapping knows.</summary>
    public async Task<PlatformResult<LedgerDocument>> PostDocumentAsync(
        string accessToken, string tenantId, NewDocument document, string key, CancellationToken cancellationToken)
    {
        var chart = await QueryAsync("Account", ActiveOrNot, accessToken, tenantId, r => r.Account, cancellationToken).ConfigureAwait(false);
        if (!chart.Succeeded)
        {
            return chart.Failure;
        }

        string IdOf(string number) => chart.Value
            .Where(a => string.Equals(NumberOrId(a), number, StringComparison.OrdinalIgnoreCase)).OrderByDescending(a => a.Active ?? true).FirstOrDefault()?.Id ?? number;
        using var request = Request(HttpMethod.Post, QuickBooksPosting.Path(key), accessToken, tenantId);
        request.Content = new StringContent(QuickBooksPosting.Body(document, IdOf), Encoding.UTF8, "application/json");
        var answer = await AskAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.Then<LedgerDocument>(a => a.JournalEntry is { } journal ? QuickBooksDocuments.Read(journal) : new PlatformFailure.Unreadable(200));
    }

    public Task<PlatformResult<IssuedTokens>> RefreshAsync(string refreshToken, CancellationToken cancellationToken) =>
        TokenEndpoint.RefreshAsync(http.CreateClient(AccountingHttpClients.QuickBooks), addresses.Token(Platform), options.Value, refreshToken, cancellationToken);

    private async Task<PlatformResult<IReadOnlyList<T>>> QueryAsync<T>(
        string entity, string where, string accessToken, string tenantId, Func<QuickBooksQueryResponse, IEnumerable<T>?> read, CancellationToken cancellationToken)
    {
        List<T> all = [];
        while (true)
        {
            var query = $"select * from {entity} where {where} startposition {all.Count + 1} maxresults {PageSize}";
            var answer = await GetAsync($"query?query={Uri.EscapeDataString(query)}&minorversion=75", accessToken, tenantId, cancellationToken).ConfigureAwait(false);
            if (!answer.Succeeded)
            {
                return answer.Failure;
            }

            if (answer.Value.QueryResponse is not { } response)
            {
                return new PlatformFailure.Unreadable(200);
            }

            var before = all.Count;
            all.AddRange(read(response) ?? []);
            if (all.Count - before < PageSize)
            {
                return all;
            }
        }
    }

    private async Task<PlatformResult<QuickBooksAnswer>> GetAsync(string path, string accessToken, string tenantId, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Get, path, accessToken, tenantId);
        return await AskAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private HttpRequestMessage Request(HttpMethod method, string path, string accessToken, string tenantId)
    {
        var request = new HttpRequestMessage(method, new Uri(addresses.QuickBooksApi, $"v3/company/{Uri.EscapeDataString(tenantId)}/{path}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        request.Headers.Accept.ParseAdd("application/json");
        return request;
    }

    private async Task<PlatformResult<QuickBooksAnswer>> AskAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await http.CreateClient(AccountingHttpClients.QuickBooks).AskAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.Then<QuickBooksAnswer>(a => Json.TryRead(a.Body, QuickBooksJson.Default.QuickBooksAnswer) switch
        {
            { Fault: null } read when a.IsSuccess => read,
            var other => QuickBooksErrors.Classify(a, other?.Fault),
        });
    }

    /// <summary>A literal of the query language (https://developer.intuit.com/app/developer/qbo/docs/learn/explore-the-quickbooks-online-api/data-queries).</summary>
    private static string Quoted(string text) =>
        $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";

    private static string NumberOrId(QuickBooksAccount account) =>
        string.IsNullOrEmpty(account.AcctNum) ? account.Id ?? "" : account.AcctNum;
}
