using SupportBot.Accounts.Diagnoses;
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
    private readonly PlatformMemory memory;
    private readonly ConversationMemory? within;
    private readonly TimeSpan patience;
    private readonly CancellationToken run;
    private readonly Lazy<Task<PlatformResult<PlatformOrganisation>>> organisation;
    private readonly Lazy<Task<PlatformResult<IReadOnlyList<LedgerAccount>>>> accounts;
    private readonly Lazy<Task<PlatformResult<IReadOnlyList<LedgerTaxRate>>>> taxRates;
    private readonly Lazy<Task<PlatformResult<LedgerBooks>>> books;
    private readonly Lazy<Task<PlatformResult<IReadOnlyList<LedgerDocument>>>> documents;

    /// <param name="sought">What <see cref="Documents"/> looks for.</param>
    /// <param name="within">The conversation that asks, if one does.</param>
    /// <param name="patience">Real time after which an answer counts as not given, so that the checks can still tell of the other connections.</param>
    /// <param name="run">Ends with the diagnosis, not with a single check: the others still wait for the answer.</param>
    public PlatformSession(
        BookkeepingConnection connection, IAccountingPlatform platform, ConnectionTokens tokens, IReadOnlyList<SoughtDocument> sought,
        PlatformMemory memory, ConversationMemory? within, TimeSpan patience, CancellationToken run)
    {
        this.connection = connection;
        this.tokens = tokens;
        this.memory = memory;
        this.within = within;
        this.patience = patience;
        this.run = run;
        organisation = new(() => RememberAsync((token, ct) => platform.ReadOrganisationAsync(token, connection.TenantId, ct), static _ => 1));
        accounts = new(() => RememberAsync((token, ct) => platform.ReadAccountsAsync(token, connection.TenantId, ct), static chart => chart.Count));
        taxRates = new(() => RememberAsync((token, ct) => platform.ReadTaxRatesAsync(token, connection.TenantId, ct), static rates => rates.Count));
        books = new(() => ReadBooksAsync(platform));
        documents = new(() => FindDocumentsAsync(platform, sought));
    }

    public Task<PlatformResult<PlatformOrganisation>> Organisation => organisation.Value;

    public Task<PlatformResult<IReadOnlyList<LedgerAccount>>> Accounts => accounts.Value;

    public Task<PlatformResult<IReadOnlyList<LedgerTaxRate>>> TaxRates => taxRates.Value;

    public Task<PlatformResult<LedgerBooks>> Books => books.Value;

    /// <summary>Which of the documents that are still to be sent stand in the platform all the same.</summary>
    public Task<PlatformResult<IReadOnlyList<LedgerDocument>>> Documents => documents.Value;

    private async Task<PlatformResult<LedgerBooks>> ReadBooksAsync(IAccountingPlatform platform)
    {
        var reading = RememberAsync((token, ct) => platform.ReadBooksAsync(token, connection.TenantId, ct), static _ => 1);
        var told = await Organisation.ConfigureAwait(false);
        var read = await reading.ConfigureAwait(false);
        return told.Then(o => read.Then<LedgerBooks>(b => b with { LockDate = b.LockDate ?? o.LockDate, BaseCurrency = b.BaseCurrency ?? o.BaseCurrency }));
    }

    private async Task<PlatformResult<IReadOnlyList<LedgerDocument>>> FindDocumentsAsync(IAccountingPlatform platform, IReadOnlyList<SoughtDocument> sought)
    {
        if (memory.Find<AbsentDocuments>(within, connection) is { } absent && sought.All(absent.Documents.Contains))
        {
            HasRemembered = true;
            return Array.Empty<LedgerDocument>();
        }

        var answer = await AskAsync((token, ct) => platform.FindDocumentsAsync(token, connection.TenantId, [.. sought.Select(s => s.Number)], ct)).ConfigureAwait(false);
        if (answer.Succeeded)
        {
            memory.Keep(within, connection, AbsentDocuments.From(sought, answer.Value), sought.Count);
        }

        return answer;
    }

    /// <summary>Some answer was not read now.</summary>
    public bool HasRemembered { get; private set; }

    private async Task<PlatformResult<T>> RememberAsync<T>(Func<string, CancellationToken, Task<PlatformResult<T>>> ask, Func<T, int> size)
        where T : class
    {
        if (memory.Find<T>(within, connection) is { } known)
        {
            HasRemembered = true;
            return known;
        }

        var answer = await AskAsync(ask).ConfigureAwait(false);
        if (answer.Succeeded)
        {
            memory.Keep(within, connection, answer.Value, size(answer.Value));
        }

        return answer;
    }

    private async Task<PlatformResult<T>> AskAsync<T>(Func<string, CancellationToken, Task<PlatformResult<T>>> ask)
        where T : class
    {
        try
        {
            return await tokens.AskAsync(connection, ask, run).WaitAsync(patience, TimeProvider.System, run).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return new PlatformFailure.TimedOut();
        }
    }
}
