using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using SupportBot.Storage;
using SupportBot.Storage.PostgreSql;
using SupportBot.Storage.Sqlite;

namespace SupportBot.Host.Storage;

internal static class StorageMigration
{
    /// <summary>Creates the database or brings it up to date. Nodes that start together wait for one another.</summary>
    /// <exception cref="StorageStartException">The database cannot be reached, or belongs to another version.</exception>
    public static async Task MigrateStorageAsync(this IHost host, CancellationToken cancellationToken = default)
    {
        try
        {
            var contexts = host.Services.GetRequiredService<IDbContextFactory<SupportDbContext>>();
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            using var alone = context.Database.IsSqlite()
                ? await SqliteMigrationLock.TakeAsync(context, cancellationToken)
                : null;
            await CreateAsync(context, cancellationToken);
            await using var first = context.Database.IsNpgsql()
                ? await PostgreSqlMigrationLock.TakeAsync(context, cancellationToken)
                : null;
            await MigrateAsync(context, cancellationToken);
        }
        catch (Exception e) when (e is DbException or RetryLimitExceededException or IOException or UnauthorizedAccessException)
        {
            var reason = e is RetryLimitExceededException { InnerException: { } last } ? last.Message : e.Message;
            throw new StorageStartException(
                $"The database cannot be opened or brought up to date: {reason.TrimEnd('.')}. Check Storage:Provider and ConnectionStrings:SupportBot, and that the database is running.",
                e);
        }
    }

    /// <summary>EF's lock is held inside the database, so it cannot guard the creation of the database itself.</summary>
    private static async Task CreateAsync(SupportDbContext context, CancellationToken cancellationToken)
    {
        var databases = context.GetService<IRelationalDatabaseCreator>();
        if (await databases.ExistsAsync(cancellationToken))
        {
            return;
        }

        try
        {
            await databases.CreateAsync(cancellationToken);
        }
        catch (DbException) when (databases.Exists())
        {
            // Another node was faster; its database is ours.
        }
    }

    private static async Task MigrateAsync(SupportDbContext context, CancellationToken cancellationToken)
    {
        var known = context.Database.GetMigrations();
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        if (applied.Except(known).FirstOrDefault() is { } foreign && known.Except(applied).Any())
        {
            throw new StorageStartException(
                $"The database was made by another version of SupportBot, whose migration {foreign} this one does not know. Start with an empty database, or with that version.");
        }

        if (known.Except(applied).Any())
        {
            await context.Database.MigrateAsync(cancellationToken);
        }
    }
}
