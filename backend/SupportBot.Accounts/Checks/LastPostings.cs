using Microsoft.EntityFrameworkCore;
using SupportBot.Storage;

namespace SupportBot.Accounts.Checks;

/// <summary>Where a category went when it last posted.</summary>
internal sealed record LastPosting(string Account, string? TaxRate, DateOnly PostedOn);

/// <summary>
/// Finds the newest sent settlement that has a category: of the same channel and marketplace, else of the same channel.
/// Two queries, however many categories are asked for.
/// </summary>
internal sealed class LastPostings(IDbContextFactory<SupportDbContext> databases)
{
    public async Task<IReadOnlyDictionary<UsedCategory, LastPosting>> FindAsync(
        string sellerId, IReadOnlyCollection<UsedCategory> missing, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var settlements = missing.Select(m => m.Settlement.Id).Distinct().ToArray();
        var categories = missing.Select(m => m.Category).Distinct().ToArray();

        // Starting from the unsent lines lets one query look for all of them, each through the index by channel and time.
        var newest = await (
            from line in database.SettlementLines
            where line.SellerId == sellerId && EF.Parameter(settlements).Contains(line.SettlementId) && EF.Parameter(categories).Contains(line.Category)
            join unsent in database.Settlements on new { line.SellerId, Id = line.SettlementId } equals new { unsent.SellerId, unsent.Id }
            select new
            {
                line.SettlementId,
                line.Category,
                SameMarketplace = database.Settlements
                    .Where(s => s.SellerId == sellerId && s.ChannelName == unsent.ChannelName && s.Marketplace == unsent.Marketplace && s.SentAt != null
                        && s.Lines.Any(l => l.Category == line.Category && l.Account != null && l.Account != ""))
                    .OrderByDescending(s => s.SentAt).Select(s => s.Id).FirstOrDefault(),
                SameChannel = database.Settlements
                    .Where(s => s.SellerId == sellerId && s.ChannelName == unsent.ChannelName && s.SentAt != null
                        && s.Lines.Any(l => l.Category == line.Category && l.Account != null && l.Account != ""))
                    .OrderByDescending(s => s.SentAt).Select(s => s.Id).FirstOrDefault(),
            }).ToListAsync(cancellationToken).ConfigureAwait(false);

        var sources = newest.Select(n => n.SameMarketplace ?? n.SameChannel).OfType<string>().Distinct().ToArray();
        var lines = await (
            from line in database.SettlementLines
            where line.SellerId == sellerId && EF.Parameter(sources).Contains(line.SettlementId) && EF.Parameter(categories).Contains(line.Category)
                && line.Account != null && line.Account != ""
            join sent in database.Settlements on new { line.SellerId, Id = line.SettlementId } equals new { sent.SellerId, sent.Id }
            select new { line.SettlementId, line.Category, Account = line.Account!, line.TaxRate, SentAt = sent.SentAt!.Value })
            .ToListAsync(cancellationToken).ConfigureAwait(false);

        return (
            from used in missing
            let source = newest.FirstOrDefault(n => n.SettlementId == used.Settlement.Id && n.Category == used.Category)
            let line = lines.FirstOrDefault(l => l.SettlementId == (source?.SameMarketplace ?? source?.SameChannel) && l.Category == used.Category)
            where line is not null
            select (used, new LastPosting(line.Account, line.TaxRate, DateOnly.FromDateTime(line.SentAt))))
            .ToDictionary(p => p.used, p => p.Item2);
    }
}
