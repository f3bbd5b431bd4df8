using Microsoft.EntityFrameworkCore;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Storage;
using SupportBot.Storage.Accounts;
using SupportBot.Storage.Tickets;

namespace SupportBot.Accounts.Settlements;

/// <summary>
/// Reads a seller's account for a diagnosis: eleven short queries on one connection, however many channels and settlements
/// there are (one or two more for a scoped run, one more where nothing is unsent, four for a named settlement that was sent).
/// Sent settlements are never loaded, only sought through the indexes (seller, status) and (seller, channel, sent).
/// </summary>
internal sealed class AccountReader(IDbContextFactory<SupportDbContext> databases)
{
    /// <summary>Null for an unknown seller, and for a settlement or channel that the seller does not have.</summary>
    public async Task<SellerAccount?> ReadAsync(string sellerId, DiagnosisScope scope, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        database.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;

        var seller = await database.Sellers.Include(s => s.Bookkeeping).FirstOrDefaultAsync(s => s.Id == sellerId, cancellationToken).ConfigureAwait(false);
        if (seller is null)
        {
            return null;
        }

        var channels = await database.SalesChannels.Where(c => c.SellerId == sellerId)
            .Include(c => c.Mappings).Include(c => c.BankAccounts).AsSplitQuery().ToListAsync(cancellationToken).ConfigureAwait(false);
        var all = database.Settlements.Where(s => s.SellerId == sellerId);

        Settlement? named = null;
        if (scope.SettlementId is { } settlementId)
        {
            named = await all.FirstOrDefaultAsync(s => s.Id == settlementId, cancellationToken).ConfigureAwait(false);
            if (named is null || (scope.Channel is { } of && !IsNamed(of, named.ChannelName)))
            {
                return null;
            }
        }

        var channelName = named?.ChannelName ?? scope.Channel;
        var channel = channels.FirstOrDefault(c => channelName is not null && IsNamed(channelName, c.Name));
        if (channelName is not null && channel is null)
        {
            return null;
        }

        var unsent = await ReadUnsentAsync(database, sellerId, all, channel, cancellationToken).ConfigureAwait(false);
        if (named is not null)
        {
            named = unsent.FirstOrDefault(s => s.Id == named.Id) ?? await WithChildrenAsync(database, named, cancellationToken).ConfigureAwait(false);
        }

        var lastPosted = await ReadLastPostedAsync(database, sellerId, cancellationToken).ConfigureAwait(false);
        var newest = lastPosted.Where(p => channel is null || p.Key == channel.Name).OrderByDescending(p => p.Value).FirstOrDefault();
        var latest = newest.Key is not null && named is null && !unsent.Any(s => channel is null || s.ChannelName == channel.Name)
            ? await all.OrderBy(s => s.Id).FirstOrDefaultAsync(s => s.ChannelName == newest.Key && s.SentAt == newest.Value, cancellationToken).ConfigureAwait(false)
            : null;

        return new SellerAccount
        {
            SellerId = sellerId,
            Connections = seller.Bookkeeping,
            Channels = channels,
            Unsent = [.. unsent.OldestFirst()],
            LastPosted = lastPosted,
            Repairs = await database.SupportActions.Where(a => a.SellerId == sellerId && a.State == SupportActionState.Done).ToListAsync(cancellationToken).ConfigureAwait(false),
            Named = named,
            NamedChannel = channel,
            LatestSent = latest,
        };
    }

    private static async Task<List<Settlement>> ReadUnsentAsync(
        SupportDbContext database, string sellerId, IQueryable<Settlement> all, SalesChannel? channel, CancellationToken cancellationToken)
    {
        var read = await all.Where(s => EF.Constant(SettlementRules.UnsentStatuses).Contains(s.Status)).ToListAsync(cancellationToken).ConfigureAwait(false);

        // A settlement shown as sent may have a part that is not: its parts tell, not its own status.
        var openParts = await database.SettlementParts
            .Where(p => p.SellerId == sellerId && EF.Constant(SettlementRules.UnsentStatuses).Contains(p.Status)
                && all.Any(s => s.Id == p.SettlementId && s.Status == SettlementStatus.Sent))
            .Select(p => p.SettlementId).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false);
        if (openParts.Count > 0)
        {
            read.AddRange(await all.Where(s => EF.Parameter(openParts).Contains(s.Id)).ToListAsync(cancellationToken).ConfigureAwait(false));
        }

        await FillAsync(database, sellerId, [.. read.Where(s => channel is null || s.ChannelName == channel.Name)], cancellationToken).ConfigureAwait(false);
        read.RemoveAll(SettlementRules.IsSent);
        return read;
    }

    private static async Task<Dictionary<string, DateTime>> ReadLastPostedAsync(
        SupportDbContext database, string sellerId, CancellationToken cancellationToken)
    {
        // One index seek a channel; grouping would walk through every settlement.
        var rows = await database.SalesChannels.Where(c => c.SellerId == sellerId)
            .Select(c => new
            {
                c.Name,
                Last = database.Settlements.Where(s => s.SellerId == c.SellerId && s.ChannelName == c.Name).Max(s => s.SentAt),
            })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.Where(r => r.Last is not null).ToDictionary(r => r.Name, r => r.Last!.Value);
    }

    private static async Task<Settlement> WithChildrenAsync(SupportDbContext database, Settlement settlement, CancellationToken cancellationToken)
    {
        await FillAsync(database, settlement.SellerId, [settlement], cancellationToken).ConfigureAwait(false);
        return settlement;
    }

    /// <summary>
    /// By hand, because the sorted joins that an Include becomes make SQLite walk through all lines of the seller.
    /// </summary>
    private static async Task FillAsync(SupportDbContext database, string sellerId, IReadOnlyCollection<Settlement> settlements, CancellationToken cancellationToken)
    {
        if (settlements.Count == 0)
        {
            return;
        }

        var ids = settlements.Select(s => s.Id).ToArray();
        var parts = await database.SettlementParts.Where(p => p.SellerId == sellerId && EF.Parameter(ids).Contains(p.SettlementId))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var lines = await database.SettlementLines.Where(l => l.SellerId == sellerId && EF.Parameter(ids).Contains(l.SettlementId))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var attempts = await database.SendAttempts.Where(a => a.SellerId == sellerId && EF.Parameter(ids).Contains(a.SettlementId))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var (partsOf, linesOf, attemptsOf) = (parts.ToLookup(p => p.SettlementId), lines.ToLookup(l => l.SettlementId), attempts.ToLookup(a => a.SettlementId));
        foreach (var settlement in settlements)
        {
            settlement.Parts = [.. partsOf[settlement.Id].OrderBy(p => p.Month, StringComparer.Ordinal)];
            settlement.Lines = [.. linesOf[settlement.Id].OrderBy(l => l.Number)];
            settlement.Attempts = [.. attemptsOf[settlement.Id].OrderBy(a => a.Number)];
        }
    }

    private static bool IsNamed(string asked, string name) => string.Equals(asked, name, StringComparison.OrdinalIgnoreCase);
}
