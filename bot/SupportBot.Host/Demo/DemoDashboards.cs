using Microsoft.EntityFrameworkCore;
using SupportBot.Accounts.Sandbox;
using SupportBot.Channels.WebChat.Tokens;
using SupportBot.Storage;
using SupportBot.Storage.Accounts;

namespace SupportBot.Host.Demo;

/// <summary>Reads what the dashboard shows.</summary>
internal sealed class DemoDashboards(IDbContextFactory<SupportDbContext> databases, DemoActions actions)
{
    private const int MostSettlements = 40;

    /// <summary>Null when the seller or the user is gone.</summary>
    public async Task<DemoDashboard?> FindAsync(UserIdentity user, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var seller = await database.Sellers.AsNoTracking().AsSplitQuery()
            .Include(s => s.Users).Include(s => s.Bookkeeping)
            .Include(s => s.Channels).ThenInclude(c => c.Mappings)
            .Include(s => s.Channels).ThenInclude(c => c.BankAccounts)
            .FirstOrDefaultAsync(s => s.Id == user.SellerId, cancellationToken);
        if (seller?.Users.FirstOrDefault(u => u.Id == user.UserId) is not { } person)
        {
            return null;
        }

        // What is unsent comes first, however much was sent since.
        var settlements = await database.Settlements.AsNoTracking().AsSplitQuery().Include(s => s.Lines).Include(s => s.Attempts)
            .Where(s => s.SellerId == seller.Id && s.Status != SettlementStatus.Hidden)
            .OrderBy(s => s.Status == SettlementStatus.Sent).ThenByDescending(s => s.To).ThenBy(s => s.Id)
            .Take(MostSettlements).ToListAsync(cancellationToken);
        var connections = new List<DemoConnection>();
        foreach (var connection in seller.Bookkeeping.OrderBy(b => b.Id, StringComparer.Ordinal))
        {
            connections.Add(new DemoConnection(
                connection.Id, DemoNames.Of(connection.Platform), connection.Organisation, DemoNames.Of(connection.Status), connection.ConnectedAt,
                [.. seller.Channels.Where(c => c.BookkeepingId == connection.Id).Select(c => c.Name).Order(StringComparer.Ordinal)],
                await actions.ListAccountsAsync(seller.Id, connection.Id, cancellationToken)));
        }

        return new DemoDashboard(
            new DemoDashboardSeller(seller.Id, seller.Name, seller.Locale),
            new DemoUser(person.Id, person.Name, DemoNames.Of(person.Role)),
            connections,
            [.. settlements.Select(Show)],
            DemoSetUp.Mappings(seller, settlements),
            DemoSetUp.BankAccounts(seller, settlements));
    }

    /// <summary>The tax rate with which the category last posted on the channel.</summary>
    public async Task<string?> LastTaxRateAsync(string sellerId, string channel, string category, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Settlements
            .Where(s => s.SellerId == sellerId && s.ChannelName == channel && s.Status == SettlementStatus.Sent)
            .OrderByDescending(s => s.SentAt)
            .SelectMany(s => s.Lines.Where(l => l.Category == category && l.TaxRate != null).Select(l => l.TaxRate))
            .FirstOrDefaultAsync(cancellationToken);
    }

    private static DemoSettlement Show(Settlement settlement) => new(
        settlement.Id, settlement.ChannelName, settlement.Marketplace, settlement.From, settlement.To, settlement.Currency,
        settlement.TotalHundredths / 100m, DemoNames.Of(settlement.Status), settlement.DocumentNumber,
        settlement.Status == SettlementStatus.Sent ? null : settlement.Attempts.MaxBy(a => a.Number)?.Error);
}
