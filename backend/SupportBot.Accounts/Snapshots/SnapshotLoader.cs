using Microsoft.EntityFrameworkCore;
using SupportBot.Accounts.Accounting;
using SupportBot.Storage;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Snapshots;

/// <summary>Stores a snapshot's accounts, all or none, in a database that has no sellers yet.</summary>
public sealed class SnapshotLoader
{
    /// <summary>Keeps the change tracker small; the whole load is one transaction all the same.</summary>
    private const int RowsAtATime = 2000;

    private readonly IDbContextFactory<SupportDbContext> databases;
    private readonly TokenProtection protection;

    internal SnapshotLoader(IDbContextFactory<SupportDbContext> databases, TokenProtection protection) =>
        (this.databases, this.protection) = (databases, protection);

    /// <summary>False, with nothing changed, where the database has sellers already. Call it before anything listens.</summary>
    public async Task<bool> LoadAsync(AccountSnapshot snapshot, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await database.Sellers.AnyAsync(cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        // Before the transaction: the first encryption stores a key, for which SQLite would wait until the transaction ends.
        var sellers = snapshot.Sellers.Select(seller => (Encrypted(SnapshotRows.Seller(seller)), seller)).ToList();
        database.ChangeTracker.AutoDetectChangesEnabled = false;
        await database.Database.CreateExecutionStrategy().ExecuteAsync(
            (Database: database, Sellers: sellers),
            static async (state, ct) =>
            {
                await using var transaction = await state.Database.Database.BeginTransactionAsync(ct).ConfigureAwait(false);
                await StoreAsync(state.Database, state.Sellers, ct).ConfigureAwait(false);
                await transaction.CommitAsync(ct).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static async Task StoreAsync(
        SupportDbContext database, IReadOnlyList<(Seller Row, SnapshotSeller Seller)> sellers, CancellationToken cancellationToken)
    {
        database.ChangeTracker.Clear();
        foreach (var (row, seller) in sellers)
        {
            database.Add(row);
            database.AddRange(SnapshotRows.SandboxStates(seller));
            await FlushAsync(database, cancellationToken).ConfigureAwait(false);
            var rows = 0;
            foreach (var settlement in SnapshotRows.Settlements(seller))
            {
                database.Add(settlement);
                rows += 1 + settlement.Parts.Count + settlement.Lines.Count + settlement.Attempts.Count;
                if (rows >= RowsAtATime)
                {
                    await FlushAsync(database, cancellationToken).ConfigureAwait(false);
                    rows = 0;
                }
            }

            await FlushAsync(database, cancellationToken).ConfigureAwait(false);
        }
    }

    private Seller Encrypted(Seller seller)
    {
        foreach (var row in seller.Bookkeeping)
        {
            row.AccessToken = protection.Protect(seller.Id, row.Id, row.AccessToken!);
            row.RefreshToken = protection.Protect(seller.Id, row.Id, row.RefreshToken!);
        }

        return seller;
    }

    private static async Task FlushAsync(SupportDbContext database, CancellationToken cancellationToken)
    {
        // Before anything listens there is no turn whose commit this could disturb.
#pragma warning disable RS0030
        await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
#pragma warning restore RS0030
        database.ChangeTracker.Clear();
    }
}
