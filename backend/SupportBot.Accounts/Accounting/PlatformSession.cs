using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Accounting;

/// <summary>
/// What one diagnosis asks of one connection. Each endpoint is asked once, whichever check comes first;
/// an expired access token is renewed silently, once.
/// </summary>
internal sealed class PlatformSession
{
    private readonly BookkeepingConnection connection;
    private readonly ConnectionTokens tokens;
    private readonly CancellationToken run;
    private readonly Lazy<Task<PlatformResult<PlatformOrganisation>>> organisation;
    private readonly Lazy<Task<PlatformResult<IReadOnlyList<LedgerAccount>>>> accounts;
    private readonly Lazy<Task<PlatformResult<IReadOnlyList<LedgerTaxRate>>>> taxRates;
    private readonly Lazy<Task<PlatformResult<LedgerBooks>>> books;
    private readonly Lazy<Task<PlatformResult<IReadOnlyList<LedgerDocument>>>> documents;

    /// <param name="numbers">Of the documents that <see cref="Documents"/> looks for.</param>
    /// <param name="run">Ends with the diagnosis, not with a single check: the others still wait for the answer.</param>
    public PlatformSession(
        BookkeepingConnection connection, IAccountingPlatform platform, ConnectionTokens tokens, IReadOnlyList<string> numbers, CancellationToken run)
    {
        this.connection = connection;
        this.tokens = tokens;
        this.run = run;
        organisation = new(() => AskAsync((token, ct) => platform.ReadOrganisationAsync(token, connection.TenantId, ct)));
        accounts = new(() => AskAsync((token, ct) => platform.ReadAccountsAsync(token, connection.TenantId, ct)));
        taxRates = new(() => AskAsync((token, ct) => platform.ReadTaxRatesAsync(token, connection.TenantId, ct)));
        books = new(() => ReadBooksAsync(platform));
        documents = new(() => AskAsync((token, ct) => platform.FindDocumentsAsync(token, connection.TenantId, numbers, ct)));
    }

    public Task<PlatformResult<PlatformOrganisation>> Organisation => organisation.Value;

    public Task<PlatformResult<IReadOnlyList<LedgerAccount>>> Accounts => accounts.Value;

    public Task<PlatformResult<IReadOnlyList<LedgerTaxRate>>> TaxRates => taxRates.Value;

    public Task<PlatformResult<LedgerBooks>> Books => books.Value;

    /// <summary>Which of the documents that are still to be sent stand in the platform all the same.</summary>
    public Task<PlatformResult<IReadOnlyList<LedgerDocument>>> Documents => documents.Value;

    private async Task<PlatformResult<LedgerBooks>> ReadBooksAsync(IAccountingPlatform platform)
    {
        var reading = AskAsync((token, ct) => platform.ReadBooksAsync(token, connection.TenantId, ct));
        var told = await Organisation.ConfigureAwait(false);
        var read = await reading.ConfigureAwait(false);
        return told.Then(o => read.Then<LedgerBooks>(b => b with { LockDate = b.LockDate ?? o.LockDate, BaseCurrency = b.BaseCurrency ?? o.BaseCurrency }));
    }

    private Task<PlatformResult<T>> AskAsync<T>(Func<string, CancellationToken, Task<PlatformResult<T>>> ask)
        where T : class => tokens.AskAsync(connection, ask, run);
}
