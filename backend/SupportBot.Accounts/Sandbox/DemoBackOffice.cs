using Microsoft.EntityFrameworkCore;
using SupportBot.Accounts.BackOffice;
using SupportBot.Accounts.Settlements;
using SupportBot.Storage;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Sandbox;

/// <summary>The back office of the demo: what it does changes what the simulated platforms do from then on.</summary>
internal sealed class DemoBackOffice(IDbContextFactory<SupportDbContext> databases, SandboxStore sandbox, SellerMoments moments) : IBackOffice
{
    public bool IsConfigured => true;

    public async Task<BackOfficeResult> ReconnectChannelAsync(string sellerId, string channelName, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (!await database.SalesChannels.AnyAsync(c => c.SellerId == sellerId && c.Name == channelName, cancellationToken).ConfigureAwait(false))
        {
            return new BackOfficeResult($"There is no channel '{channelName}' in this account.");
        }

        await sandbox.RestoreLinkAsync(sellerId, channelName, cancellationToken).ConfigureAwait(false);
        return new BackOfficeResult(At: await moments.NextAsync(sellerId, cancellationToken).ConfigureAwait(false));
    }

    public async Task<BackOfficeResult> RerunVatAsync(string sellerId, string settlementId, CancellationToken cancellationToken)
    {
        await sandbox.CorrectVatAsync(sellerId, settlementId, cancellationToken).ConfigureAwait(false);
        return await PutBackAsync(sellerId, settlementId, SettlementStatus.AwaitingVat, cancellationToken).ConfigureAwait(false);
    }

    public Task<BackOfficeResult> ResetSettlementAsync(string sellerId, string settlementId, CancellationToken cancellationToken) =>
        PutBackAsync(sellerId, settlementId, SettlementStatus.Sending, cancellationToken);

    /// <summary>What has another status stays as it is: a second press undoes nothing that happened since the first.</summary>
    private async Task<BackOfficeResult> PutBackAsync(string sellerId, string settlementId, SettlementStatus from, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var settlement = await database.Settlements.AsNoTracking().Include(s => s.Parts)
            .FirstOrDefaultAsync(s => s.SellerId == sellerId && s.Id == settlementId, cancellationToken).ConfigureAwait(false);
        if (settlement is null)
        {
            return new BackOfficeResult($"There is no settlement '{settlementId}' in this account.");
        }

        var at = await moments.NextAsync(sellerId, cancellationToken).ConfigureAwait(false);
        void PutBack(SupportDbContext db)
        {
            if (settlement.Status == from)
            {
                var changed = db.Attach(new Settlement
                {
                    SellerId = sellerId,
                    Id = settlementId,
                    ChannelName = settlement.ChannelName,
                    Marketplace = settlement.Marketplace,
                    Currency = settlement.Currency,
                });
                changed.Property(s => s.Status).CurrentValue = SettlementStatus.Ready;
                changed.Property(s => s.StatusSince).CurrentValue = at;
                changed.Property(s => s.Status).IsModified = true;
                changed.Property(s => s.SendOrder).IsModified = true;
            }

            foreach (var part in settlement.Parts.Where(p => p.Status == from))
            {
                var changed = db.Attach(new SettlementPart { SellerId = sellerId, SettlementId = settlementId, Month = part.Month });
                changed.Property(p => p.Status).CurrentValue = SettlementStatus.Ready;
                changed.Property(p => p.Status).IsModified = true;
            }
        }

        return new BackOfficeResult(Changes: PutBack, At: at);
    }
}
