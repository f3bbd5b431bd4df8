using SupportBot.Accounts.Accounting;
using SupportBot.Accounts.Settlements;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Knowledge.Errors;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Checks;

/// <summary>What the checks of one diagnosis look at, and how they put it into findings.</summary>
internal sealed class Examination
{
    public required SellerAccount Account { get; init; }

    /// <summary>The unsent settlements of the scope, oldest first.</summary>
    public required IReadOnlyList<Settlement> Settlements { get; init; }

    /// <summary>The connections of the scope.</summary>
    public required IReadOnlyList<ExaminedConnection> Connections { get; init; }

    /// <summary>The product's clock, in whole seconds.</summary>
    public required DateTime Now { get; init; }

    public required ErrorCatalogue Catalogue { get; init; }

    /// <summary>What the seller quoted about the settlement under discussion.</summary>
    public QuotedError? Quoted { get; init; }

    /// <summary>
    /// Asks every connection that an unsent settlement of the scope would be posted through, side by side: one that is slow must not
    /// take the others' time. Null where there is nothing to ask with.
    /// </summary>
    public async Task<IReadOnlyList<(ExaminedConnection Connection, PlatformResult<T>? Answer)>> AskAllAsync<T>(
        Func<PlatformSession, Task<PlatformResult<T>>> ask, CancellationToken cancellationToken)
        where T : class => await Task.WhenAll(Connections.Where(c => SettlementsOn(c).Any()).Select(async c =>
            (c, c.Session is null ? null : await ask(c.Session).WaitAsync(cancellationToken).ConfigureAwait(false)))).ConfigureAwait(false);

    /// <summary>The error texts that count for a settlement. A quotation belongs to the only one that is looked at, if there is one.</summary>
    public IReadOnlyList<SeenError> ErrorsOf(Settlement settlement) => SeenError.Of(settlement, Catalogue, Settlements.Count == 1 ? Quoted : null);

    public ExaminedConnection ConnectionOf(Settlement settlement)
    {
        var id = Account.ChannelOf(settlement).BookkeepingId;
        return Connections.First(c => c.Id == id);
    }

    public IEnumerable<Settlement> SettlementsOn(ExaminedConnection connection) =>
        Settlements.Where(s => Account.ChannelOf(s).BookkeepingId == connection.Id);

    /// <summary>A finding about one settlement.</summary>
    public Finding Find(string cause, Settlement? settlement, params IEnumerable<string> facts) => new()
    {
        Cause = cause,
        Step = CauseFacts.StepOf(cause),
        FixedBy = CauseFacts.FixedByOf(cause),
        Channel = settlement?.ChannelName,
        Marketplace = settlement?.Marketplace,
        SettlementId = settlement?.Id,
        From = settlement?.From,
        To = settlement?.To,
        Evidence = [.. facts.Select(f => new Evidence(f, Now))],
    };

    /// <summary>A finding about a connection, shown by the oldest settlement that waits for it.</summary>
    public Observation Observe(string cause, ExaminedConnection connection, params IEnumerable<string> facts) =>
        new(Find(cause, SettlementsOn(connection).FirstOrDefault(), facts), connection.Id);
}

/// <param name="Session">Null where Account Settings shows the connection as disconnected: there is nothing to ask with.</param>
internal sealed record ExaminedConnection(BookkeepingConnection Row, PlatformSession? Session)
{
    public string Id => Row.Id;

    public string Brand => Spelling.Brand(Row.Platform);
}
