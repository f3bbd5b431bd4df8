using Microsoft.EntityFrameworkCore;
using SupportBot.Accounts.Accounting;
using SupportBot.Accounts.Checks;
using SupportBot.Accounts.Settlements;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Knowledge.Errors;
using SupportBot.Storage;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Sandbox;

/// <summary>The demo account's own rows, changed as Link My Books would change them.</summary>
internal sealed class DemoLedger(IDbContextFactory<SupportDbContext> databases, ErrorCatalogue catalogue, TokenProtection protection, SellerMoments moments)
{
    public async Task ConnectAsync(string sellerId, string connectionId, ConnectionSandbox granted, CancellationToken cancellationToken)
    {
        var access = protection.Protect(sellerId, connectionId, granted.AccessToken!);
        var refresh = protection.Protect(sellerId, connectionId, granted.RefreshToken!);
        await using var database = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var at = await moments.NextAsync(sellerId, cancellationToken).ConfigureAwait(false);
        await database.BookkeepingConnections.Where(c => c.SellerId == sellerId && c.Id == connectionId)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(c => c.Status, ConnectionStatus.Connected)
                    .SetProperty(c => c.ConnectedAt, at)
                    .SetProperty(c => c.LastRefreshedAt, at)
                    .SetProperty(c => c.AuthorisationEndedAt, (DateTime?)null)
                    .SetProperty(c => c.AccessToken, access)
                    .SetProperty(c => c.AccessTokenExpiresAt, granted.AccessTokenUntil)
                    .SetProperty(c => c.RefreshToken, refresh),
                cancellationToken).ConfigureAwait(false);
    }

    public Task<bool> MapAsync(
        string sellerId, string channelName, string category, string marketplace, string account, string? taxRate, CancellationToken cancellationToken) =>
        ChangeChannelAsync(
            sellerId, channelName,
            channel =>
            {
                var entry = channel.Mappings.FirstOrDefault(m => m.Category == category && m.Marketplace == marketplace);
                if (entry is null)
                {
                    entry = new CategoryMapping { SellerId = sellerId, ChannelName = channelName, Category = category, Marketplace = marketplace };
                    channel.Mappings.Add(entry);
                }

                entry.Account = account;
                entry.TaxRate = taxRate ?? entry.TaxRate;
            },
            cancellationToken);

    public Task<bool> ChooseBankAsync(
        string sellerId, string channelName, string marketplace, string account, bool forNegativePayouts, CancellationToken cancellationToken) =>
        ChangeChannelAsync(
            sellerId, channelName,
            channel =>
            {
                var entry = channel.BankAccounts.FirstOrDefault(b => b.Marketplace == marketplace);
                if (entry is null)
                {
                    entry = new ChannelBankAccount { SellerId = sellerId, ChannelName = channelName, Marketplace = marketplace };
                    channel.BankAccounts.Add(entry);
                }

                (entry.Deposit, entry.NegativePayout) = forNegativePayouts ? (entry.Deposit, account) : (account, entry.NegativePayout);
            },
            cancellationToken);

    /// <summary>As Link My Books does: a settlement in error over its set-up becomes ready by itself once nothing is missing.</summary>
    public async Task RefreshSettlementsAsync(string sellerId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var failed = await database.Settlements.Include(s => s.Parts).Include(s => s.Lines).Include(s => s.Attempts).AsSplitQuery()
            .Where(s => s.SellerId == sellerId && s.Status == SettlementStatus.Error).ToListAsync(cancellationToken).ConfigureAwait(false);
        var channels = await database.SalesChannels.Include(c => c.Mappings).AsSplitQuery()
            .Where(c => c.SellerId == sellerId).ToDictionaryAsync(c => c.Name, cancellationToken).ConfigureAwait(false);
        var at = await moments.NextAsync(sellerId, cancellationToken).ConfigureAwait(false);
        foreach (var settlement in failed.Where(s => IsSetUpTrouble(s) && IsMapped(s, channels[s.ChannelName])))
        {
            settlement.Status = SettlementStatus.Ready;
            settlement.StatusSince = at;
            foreach (var part in settlement.Parts.Where(p => p.Status == SettlementStatus.Error))
            {
                (part.Status, part.Error) = (SettlementStatus.Ready, null);
            }
        }

        await SaveAsync(database, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>This is the stand-in for Link My Books, whose own writes belong to no turn of ours.</summary>
    public static async Task SaveAsync(SupportDbContext database, CancellationToken cancellationToken)
    {
#pragma warning disable RS0030
        await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
#pragma warning restore RS0030
    }

    private async Task<bool> ChangeChannelAsync(string sellerId, string channelName, Action<SalesChannel> change, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var channel = await database.SalesChannels.Include(c => c.Mappings).Include(c => c.BankAccounts).AsSplitQuery()
            .FirstOrDefaultAsync(c => c.SellerId == sellerId && c.Name == channelName, cancellationToken).ConfigureAwait(false);
        if (channel is null)
        {
            return false;
        }

        change(channel);
        await SaveAsync(database, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private bool IsSetUpTrouble(Settlement settlement) => SettlementRules.CurrentErrors(settlement)
        .All(e => catalogue.Match(e)?.Error.Cause is Cause.MappingArchived or Cause.MappingMissing or Cause.TaxRateInvalid or Cause.BankAccountMissing);

    private static bool IsMapped(Settlement settlement, SalesChannel channel) =>
        settlement.Lines.All(l => !string.IsNullOrWhiteSpace(MappingResolution.For(channel, settlement.Marketplace, l.Category)?.Account));
}
