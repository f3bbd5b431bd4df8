using Microsoft.EntityFrameworkCore;
using SupportBot.Accounts.Settlements;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Storage;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts;

/// <summary>Finds the settlements that a person means: by id, channel, marketplace, day or range, every given part fitting.</summary>
public sealed class SettlementFinder
{
    private const int MostMatches = 20;

    private readonly IDbContextFactory<SupportDbContext> databases;

    internal SettlementFinder(IDbContextFactory<SupportDbContext> databases) => this.databases = databases;

    /// <summary>
    /// The best fit of a date or range first; otherwise unsent before sent, then newest first. Hidden settlements are found
    /// by their id alone. An unknown seller has none.
    /// </summary>
    public async Task<SettlementMatches> FindAsync(string sellerId, SettlementQuery query, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var platforms = await (
            from channel in database.SalesChannels
            where channel.SellerId == sellerId
            join connection in database.BookkeepingConnections
                on new { channel.SellerId, Id = channel.BookkeepingId } equals new { connection.SellerId, connection.Id }
            select new { channel.Name, connection.Platform })
            .ToDictionaryAsync(c => c.Name, c => c.Platform, cancellationToken).ConfigureAwait(false);

        var channels = string.IsNullOrWhiteSpace(query.ChannelText) ? null : ChannelNames.Match(query.ChannelText, platforms.Keys);
        var named = channels is [var only] ? only : null;
        if (channels is [])
        {
            return new SettlementMatches([], null);
        }

        var fitting = Fitting(database, sellerId, query, channels);
        // Two seeks through the index on status and end date instead of a walk through every settlement.
        var unsent = await fitting.Where(s => EF.Constant(SettlementRules.UnsentStatuses).Contains(s.Status))
            .OrderByDescending(s => s.To).Take(MostMatches * 5).ToListAsync(cancellationToken).ConfigureAwait(false);
        var sent = unsent.Count >= MostMatches && !HasDates(query)
            ? []
            : await fitting.Where(s => s.Status == SettlementStatus.Sent || (query.SettlementId != null && s.Status == SettlementStatus.Hidden))
                .OrderByDescending(s => s.To).Take(MostMatches * 2).ToListAsync(cancellationToken).ConfigureAwait(false);

        var found = unsent.Concat(sent)
            .OrderBy(s => Misfit(s, query))
            .ThenBy(s => s.Status is SettlementStatus.Sent or SettlementStatus.Hidden)
            .ThenByDescending(s => s.To).ThenByDescending(s => s.From).ThenBy(s => s.Id, StringComparer.Ordinal)
            .Take(MostMatches);
        return new SettlementMatches([.. found.Select(s => SettlementRules.Summarise(s, platforms[s.ChannelName]))], named);
    }

    private static IQueryable<Settlement> Fitting(SupportDbContext database, string sellerId, SettlementQuery query, IReadOnlyList<string>? channels)
    {
        var fitting = database.Settlements.AsNoTracking().Where(s => s.SellerId == sellerId);
        if (query.SettlementId?.Trim() is { Length: > 0 } id)
        {
            // Case-blind on every provider, whatever its collation.
#pragma warning disable CA1304, CA1311, CA1862
            fitting = fitting.Where(s => s.Id.ToUpper() == id.ToUpper());
#pragma warning restore CA1304, CA1311, CA1862
        }

        if (channels is not null)
        {
            fitting = fitting.Where(s => channels.Contains(s.ChannelName));
        }

        if (query.Marketplace is { } marketplace)
        {
            fitting = fitting.Where(s => s.Marketplace == marketplace);
        }

        if (query.Date is { } day)
        {
            fitting = fitting.Where(s => (s.From <= day && s.To >= day) || s.DepositedOn == day);
        }

        if (query.DateFrom is { } from)
        {
            fitting = fitting.Where(s => s.To >= from);
        }

        return query.DateTo is { } to ? fitting.Where(s => s.From <= to) : fitting;
    }

    private static bool HasDates(SettlementQuery query) => query.Date is not null || query.DateFrom is not null || query.DateTo is not null;

    /// <summary>How far a settlement is from what was said: 0 is exact. A settlement's date is its end date.</summary>
    private static int Misfit(Settlement settlement, SettlementQuery query) => query switch
    {
        { Date: { } day } => settlement.To == day ? 0 : settlement.DepositedOn == day ? 1 : settlement.From == day ? 2 : 3,
        { DateFrom: { } from, DateTo: { } to } =>
            Math.Abs(settlement.From.DayNumber - from.DayNumber) + Math.Abs(settlement.To.DayNumber - to.DayNumber),
        _ => 0,
    };
}
