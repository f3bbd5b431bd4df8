using Microsoft.EntityFrameworkCore;
using SupportBot.Storage;

namespace SupportBot.Accounts.Checks;

/// <summary>Where a category went when it last posted.</summary>
internal sealed record LastPosting(string Account, string? TaxRate, DateOnly PostedOn);

/// <summary>
/// Finds the newest sent settlement that has a category: of the same channel and marketplace, else of the same channel.
/// Two queries, however many categories are asked for and however long the channels' histories are.
/// </summary>
internal sealed class LastPostings(IDbContextFactory<SupportDbContext> databases)
{
    public async Task<IReadOnlyDictionary<UsedCategory, LastPosting>> FindAsync(
        string sellerId, IReadOnlyCollection<UsedCategory> missing, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var settlements = missing.Select(m => m.Settlement.Id).Distinct().ToArray();
        var ofSeller = database.SettlementLines.Where(l => l.SellerId == sellerId);

        // Starting from the unsent lines lets one query look for all of them, each at the newest end of the index by category and channel.
        // Neither query asks for categories outright: that would lead SQLite through every line that ever had them.
        var newest = await ofSeller
            .Where(unsent => EF.Parameter(settlements).Contains(unsent.SettlementId))
            .Select(unsent => new
            {
                unsent.SettlementId,
                unsent.Category,
                Source = ofSeller
                    .Where(l => l.Category == unsent.Category && l.ChannelName == unsent.ChannelName && l.Marketplace == unsent.Marketplace && l.PostedAt != null)
                    .OrderByDescending(l => l.PostedAt).Select(l => l.SettlementId).FirstOrDefault()
                    ?? ofSeller
                    .Where(l => l.Category == unsent.Category && l.ChannelName == unsent.ChannelName && l.PostedAt != null)
                    .OrderByDescending(l => l.PostedAt).Select(l => l.SettlementId).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken).ConfigureAwait(false);

        var sources = newest.Select(n => n.Source).OfType<string>().Distinct().ToArray();
        var lines = await ofSeller
            .Where(l => EF.Parameter(sources).Contains(l.SettlementId) && l.PostedAt != null)
            .OrderBy(l => l.Number)
            .Select(l => new { l.SettlementId, l.Category, l.Account, l.TaxRate, l.PostedAt })
            .ToListAsync(cancellationToken).ConfigureAwait(false);

        return (
            from used in missing
            let source = newest.FirstOrDefault(n => n.SettlementId == used.Settlement.Id && n.Category == used.Category)
            let line = lines.FirstOrDefault(l => l.SettlementId == source?.Source && l.Category == used.Category)
            where line is not null
            select (used, new LastPosting(line.Account!, line.TaxRate, DateOnly.FromDateTime(line.PostedAt!.Value))))
            .ToDictionary(p => p.used, p => p.Item2);
    }
}
