using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Accounting;

/// <summary>What checks and sending need from an accounting platform, one token and one organisation at a time.</summary>
internal interface IAccountingPlatform
{
    AccountingPlatform Platform { get; }

    /// <summary>Fails with <see cref="PlatformFailure.TenantNotConnected"/> when the authorisation no longer covers <paramref name="tenantId"/>.</summary>
    Task<PlatformResult<PlatformOrganisation>> ReadOrganisationAsync(string accessToken, string tenantId, CancellationToken cancellationToken);

    /// <summary>All accounts, archived ones too.</summary>
    Task<PlatformResult<IReadOnlyList<LedgerAccount>>> ReadAccountsAsync(string accessToken, string tenantId, CancellationToken cancellationToken);

    /// <summary>All tax rates or codes that a line can carry, inactive ones too.</summary>
    Task<PlatformResult<IReadOnlyList<LedgerTaxRate>>> ReadTaxRatesAsync(string accessToken, string tenantId, CancellationToken cancellationToken);

    /// <summary>Lock date and currencies, apart from what the organisation itself tells of them.</summary>
    Task<PlatformResult<LedgerBooks>> ReadBooksAsync(string accessToken, string tenantId, CancellationToken cancellationToken);

    /// <summary>The documents with these numbers, voided ones too where the platform still tells of them; of several with one number, all.</summary>
    Task<PlatformResult<IReadOnlyList<LedgerDocument>>> FindDocumentsAsync(
        string accessToken, string tenantId, IReadOnlyList<string> numbers, CancellationToken cancellationToken);

    /// <summary>
    /// Posts a sales invoice or bill (Xero), or a journal (QuickBooks). Success says that the platform showed no error, not that the document
    /// stands: look for it afterwards. Never repeated by the client.
    /// </summary>
    /// <param name="key">The same for every try to post this document, so that it is posted once.</param>
    Task<PlatformResult<LedgerDocument>> PostDocumentAsync(
        string accessToken, string tenantId, NewDocument document, string key, CancellationToken cancellationToken);

    /// <summary>Never repeated by the client: a refresh token may be good for one use only.</summary>
    Task<PlatformResult<IssuedTokens>> RefreshAsync(string refreshToken, CancellationToken cancellationToken);
}
