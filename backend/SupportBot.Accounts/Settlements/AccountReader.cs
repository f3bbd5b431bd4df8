using Microsoft.EntityFrameworkCore;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Storage;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Settlements;

/// <summary>
/// Reads a seller's account for a diagnosis: eleven short queries on one connection, however many channels and
/// settlements there are (one more for a scoped run, one more where nothing is unsent). Sent settlements are
/// never loaded, only sought through the indexes (seller, status, end date) and (seller, channel, sent).
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
            named = await WithChildren(all.Where(s => s.Id == settlementId)).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
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
        var inScope = channel is null ? all : all.Where(s => s.ChannelName == channel.Name);
        var latest = named is null && !unsent.Any(s => channel is null || s.ChannelName == channel.Name)
            ? await inScope.Where(s => s.SentAt != null).OrderByDescending(s => s.SentAt).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false)
            : null;

        return new SellerAccount
        {
            SellerId = sellerId,
            Connections = seller.Bookkeeping,
            Channels = channels,
            Unsent = [.. unsent.OldestFirst()],
            LastPosted = await ReadLastPostedAsync(database, sellerId, cancellationToken).ConfigureAwait(false),
            Named = named,
            NamedChannel = channel,
            LatestSent = latest,
        };
    }

    private static async Task<List<Settlement>> ReadUnsentAsync(
        SupportDbContext database, string sellerId, IQueryable<Settlement> all, SalesChannel? channel, CancellationToken cancellationToken)
    {
        var unsent = all.Where(s => EF.Constant(SettlementRules.UnsentStatuses).Contains(s.Status));
        var read = await WithChildren(channel is null ? unsent : unsent.Where(s => s.ChannelName == channel.Name))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        if (channel is not null)
        {
            read.AddRange(await unsent.Where(s => s.ChannelName != channel.Name).ToListAsync(cancellationToken).ConfigureAwait(false));
        }

        // A settlement shown as sent may have a part that is not: its parts tell, not its own status.
        var openParts = await database.SettlementParts
            .Where(p => p.SellerId == sellerId && EF.Constant(SettlementRules.UnsentStatuses).Contains(p.Status)
                && all.Any(s => s.Id == p.SettlementId && s.Status == SettlementStatus.Sent))
            .Select(p => p.SettlementId).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false);
        if (openParts.Count > 0)
        {
            read.AddRange(await WithChildren(all.Where(s => openParts.Contains(s.Id))).ToListAsync(cancellationToken).ConfigureAwait(false));
        }

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

    private static IQueryable<Settlement> WithChildren(IQueryable<Settlement> settlements) =>
        settlements.Include(s => s.Parts).Include(s => s.Lines).Include(s => s.Attempts).AsSplitQuery();

    private static bool IsNamed(string asked, string name) => string.Equals(asked, name, StringComparison.OrdinalIgnoreCase);
}
