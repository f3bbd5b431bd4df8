using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore;
using SupportBot.Accounts.Settlements;
using SupportBot.Storage;
using SupportBot.Storage.Accounts;
using SupportBot.Storage.Sandbox;

namespace SupportBot.Accounts.Sandbox;

/// <summary>A connection as the simulated platform knows it.</summary>
internal sealed record SandboxConnection(BookkeepingConnection Row, ConnectionSandbox State);

/// <summary>Reads and changes how the simulated platforms behave.</summary>
internal sealed class SandboxStore(IDbContextFactory<SupportDbContext> databases) : IDisposable
{
    /// <summary>A change reads before it writes; the demo runs on one node, so a lock of the process is enough.</summary>
    private readonly SemaphoreSlim changing = new(1, 1);

    public async Task<SandboxConnection?> FindAsync(string sellerId, string connectionId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var row = await database.BookkeepingConnections.AsNoTracking()
            .FirstOrDefaultAsync(c => c.SellerId == sellerId && c.Id == connectionId, cancellationToken).ConfigureAwait(false);
        var state = await ReadAsync(database, sellerId, SandboxSubject.Connection, connectionId, SandboxJson.Default.ConnectionSandbox, cancellationToken).ConfigureAwait(false);
        return row is null || state is null ? null : new SandboxConnection(row, await DescribeChartAsync(database, row, state, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Whether sending this settlement does nothing and shows no error: its channel's link dropped, or its VAT data are wrong.</summary>
    public async Task<bool> SwallowsAsync(string sellerId, string settlementId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var channel = await database.Settlements.Where(s => s.SellerId == sellerId && s.Id == settlementId).Select(s => s.ChannelName)
            .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return channel is not null
            && (await ReadAsync(database, sellerId, SandboxSubject.Channel, channel, SandboxJson.Default.ChannelSandbox, cancellationToken).ConfigureAwait(false)
                    is { LinkDropped: true }
                || await ReadAsync(database, sellerId, SandboxSubject.Settlement, settlementId, SandboxJson.Default.SettlementSandbox, cancellationToken).ConfigureAwait(false)
                    is { VatWrong: true });
    }

    /// <summary>The changed state; null, with nothing changed, where there is no such connection or <paramref name="change"/> declines.</summary>
    public async Task<ConnectionSandbox?> ChangeAsync(
        string sellerId, string connectionId, Func<ConnectionSandbox, ConnectionSandbox?> change, CancellationToken cancellationToken)
    {
        await changing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
            var state = await ReadAsync(database, sellerId, SandboxSubject.Connection, connectionId, SandboxJson.Default.ConnectionSandbox, cancellationToken).ConfigureAwait(false);
            if (state is null || change(state) is not { } changed)
            {
                return null;
            }

            var json = JsonSerializer.Serialize(changed, SandboxJson.Default.ConnectionSandbox);
            await database.SandboxStates
                .Where(s => s.SellerId == sellerId && s.Subject == SandboxSubject.Connection && s.SubjectId == connectionId)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.Json, json), cancellationToken).ConfigureAwait(false);
            return changed;
        }
        finally
        {
            changing.Release();
        }
    }

    /// <summary>The organisation's currencies, base currency first. A snapshot that does not describe them means that none is missing.</summary>
    public async Task<IReadOnlyList<string>> CurrenciesAsync(SandboxConnection known, CancellationToken cancellationToken)
    {
        if (known.State.Currencies is { } described)
        {
            return [.. described.Prepend(known.State.BaseCurrency).Distinct()];
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var all = database.Settlements.Where(s => s.SellerId == known.Row.SellerId);
        var unsent = all.Where(s => EF.Constant(SettlementRules.UnsentStatuses).Contains(s.Status)).Select(s => s.Currency);
        var open = from part in database.SettlementParts
                   where part.SellerId == known.Row.SellerId && EF.Constant(SettlementRules.UnsentStatuses).Contains(part.Status)
                   join settlement in all on part.SettlementId equals settlement.Id
                   select settlement.Currency;
        return [.. (await unsent.Union(open).ToListAsync(cancellationToken).ConfigureAwait(false)).Prepend(known.State.BaseCurrency).Distinct()];
    }

    /// <summary>Sending from the channel works again.</summary>
    public Task RestoreLinkAsync(string sellerId, string channelName, CancellationToken cancellationToken) =>
        WriteAsync(sellerId, SandboxSubject.Channel, channelName, JsonSerializer.Serialize(new ChannelSandbox(LinkDropped: false), SandboxJson.Default.ChannelSandbox), cancellationToken);

    /// <summary>The settlement's VAT data are right now.</summary>
    public Task CorrectVatAsync(string sellerId, string settlementId, CancellationToken cancellationToken) =>
        WriteAsync(sellerId, SandboxSubject.Settlement, settlementId, JsonSerializer.Serialize(new SettlementSandbox(VatWrong: false), SandboxJson.Default.SettlementSandbox), cancellationToken);

    public void Dispose() => changing.Dispose();

    /// <summary>What has no state of its own behaves well already.</summary>
    private async Task WriteAsync(string sellerId, SandboxSubject subject, string id, string json, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await database.SandboxStates.Where(s => s.SellerId == sellerId && s.Subject == subject && s.SubjectId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Json, json), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<T?> ReadAsync<T>(
        SupportDbContext database, string sellerId, SandboxSubject subject, string id, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var json = await database.SandboxStates.Where(s => s.SellerId == sellerId && s.Subject == subject && s.SubjectId == id)
            .Select(s => s.Json).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return json is null ? null : JsonSerializer.Deserialize(json, type);
    }

    /// <summary>A snapshot that does not describe a chart means one in which nothing is missing.</summary>
    private static async Task<ConnectionSandbox> DescribeChartAsync(
        SupportDbContext database, BookkeepingConnection row, ConnectionSandbox state, CancellationToken cancellationToken)
    {
        if (state is { Accounts: not null, TaxRates: not null })
        {
            return state;
        }

        var channels = await database.SalesChannels.AsNoTracking().Include(c => c.Mappings).Include(c => c.BankAccounts).AsSplitQuery()
            .Where(c => c.SellerId == row.SellerId && c.BookkeepingId == row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        var banks = channels.SelectMany(c => c.BankAccounts).SelectMany(b => new[] { b.Deposit, b.NegativePayout }).OfType<string>().Distinct()
            .Select(code => new SandboxAccount(code, $"Bank {code}") { Type = "BANK" });
        var accounts = channels.SelectMany(c => c.Mappings).Select(m => m.Account).OfType<string>().Distinct().Select(code => new SandboxAccount(code, $"Account {code}"));
        var rates = channels.SelectMany(c => c.Mappings).Select(m => m.TaxRate).OfType<string>().Distinct().Select(code => new SandboxTaxRate(code, code));
        return state with
        {
            Accounts = state.Accounts ?? [.. banks.Concat(accounts).DistinctBy(a => a.Code)],
            TaxRates = state.TaxRates ?? [.. rates],
        };
    }
}
