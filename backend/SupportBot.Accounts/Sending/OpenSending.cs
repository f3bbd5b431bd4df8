using SupportBot.Accounts.Accounting;
using SupportBot.Accounts.Settlements;
using SupportBot.Knowledge.Sending;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Sending;

/// <summary>One settlement on its way into the platform: its documents, and which of them were seen there.</summary>
internal sealed class OpenSending(
    Settlement settlement, SalesChannel channel, BookkeepingConnection connection, IAccountingPlatform platform, ConnectionTokens tokens)
{
    private IReadOnlyList<NewDocument> made = [];
    private IReadOnlyList<LedgerDocument>? seen;

    public Settlement Settlement => settlement;

    public SalesChannel Channel => channel;

    public IReadOnlyList<SettlementDocument> Documents { get; } = DocumentNumbers.Of(settlement);

    public string Brand => Spelling.Brand(connection.Platform);

    public bool IsSent => SettlementRules.IsSent(settlement);

    /// <summary>The platform accepted a document, which the look after it has still to confirm.</summary>
    public bool WasTaken { get; private set; }

    /// <summary>Documents that stand although our rows do not say so.</summary>
    public IReadOnlyList<SettlementDocument> Standing => [.. Documents.Where(d => !d.IsSent && Stands(d))];

    /// <summary>Documents that are neither sent by our rows nor seen in the platform.</summary>
    public IReadOnlyList<SettlementDocument> Missing => [.. Documents.Where(d => !d.IsSent && !Stands(d))];

    /// <summary>Why Link My Books offers no sending; null where it does. What is sent already keeps nothing back.</summary>
    public string? WhyNotReady => Documents.Select(d => d.Status).Prepend(settlement.Status).Cast<SettlementStatus?>()
        .FirstOrDefault(s => s is not (SettlementStatus.Ready or SettlementStatus.Error or SettlementStatus.Sent)) is { } status
        ? $"This settlement is not ready to be sent: it is {Spelling.Name(status)}."
        : null;

    public bool Stands(SettlementDocument document) => Seen(document) is not null;

    /// <summary>Makes the documents; what is wrong with the set-up where they cannot be made.</summary>
    public string? Make()
    {
        var (documents, problem) = SettlementDocuments.Make(settlement, channel, connection.Platform);
        made = documents;
        return problem;
    }

    /// <summary>Looks for all documents by their numbers. Null when the platform could be read.</summary>
    public async Task<PlatformFailure?> LookAsync(CancellationToken cancellationToken)
    {
        if (connection.Status == ConnectionStatus.Disconnected)
        {
            return new PlatformFailure.AuthorisationEnded();
        }

        string[] numbers = [.. Documents.Select(d => d.Number)];
        var found = await tokens.AskAsync(connection, (token, ct) => platform.FindDocumentsAsync(token, connection.TenantId, numbers, ct), cancellationToken)
            .ConfigureAwait(false);
        seen = found.Succeeded ? found.Value : seen;
        WasTaken = WasTaken && !found.Succeeded;
        return found.Failure;
    }

    /// <summary>Null when the platform took it without an error, which proves nothing yet.</summary>
    public async Task<PlatformFailure?> PostAsync(SettlementDocument document, string orderKey, CancellationToken cancellationToken)
    {
        var key = $"{orderKey}-{document.Month}";
        var posted = await tokens.AskAsync(
            connection,
            (token, ct) => platform.PostDocumentAsync(token, connection.TenantId, made.First(m => m.Number == document.Number), key, ct),
            cancellationToken).ConfigureAwait(false);
        WasTaken = posted.Succeeded;
        return posted.Failure;
    }

    public SendReport Report(SendResult result, string? error = null) => new(
        settlement.Id, Spelling.Name(connection.Platform), result,
        [.. Documents.Select(d => new SendPart(
            d.Month, d.Number, d.Date, d.IsSent || (result == SendResult.Sent && Stands(d)), seen is null ? null : Stands(d), Seen(d)?.Total, Seen(d)?.Link))],
        error);

    private LedgerDocument? Seen(SettlementDocument document) =>
        DocumentStandings.Of(settlement, seen).First(s => s.Document.Month == document.Month).InPlatform;
}
