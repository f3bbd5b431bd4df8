using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Storage;
using SupportBot.StorageTests.Databases;
using Xunit;

namespace SupportBot.StorageTests;

[Collection(DatabaseServers.Name)]
public sealed class SqliteDurabilityTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    [Theory]
    [InlineData("synchronous", "2")]
    [InlineData("journal_mode", "wal")]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "5000")]
    public async Task Every_pooled_connection_has_the_setting(string pragma, string expected)
    {
        var database = await databases.GetAsync(Provider.Sqlite);
        for (var round = 0; round < 2; round++)
        {
            var contexts = Enumerable.Range(0, 5).Select(_ => database.Open()).ToList();
            foreach (var context in contexts)
            {
                // Held open, so that each has a native handle of its own; the second round takes them from the pool.
                await context.Database.OpenConnectionAsync();
                Assert.Equal(expected, await PragmaAsync(context, pragma));
            }

            contexts.ForEach(context => context.Dispose());
        }
    }

    [Fact]
    public async Task The_folder_of_the_database_is_made()
    {
        var folder = Directory.CreateTempSubdirectory("supportbot-storage-");
        var file = Path.Combine(folder.FullName, "new", "folder", "supportbot.db");

        await using (await TestDatabase.CreateAsync(Provider.Sqlite, $"Data Source={file}"))
        {
            Assert.True(File.Exists(file));
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_process_killed_while_migrating_does_not_block_the_next_start()
    {
        var connection = databases.NewConnectionString(Provider.Sqlite);
        using (var killed = TestDatabase.HostOn(Provider.Sqlite, connection))
        {
            await using var context = killed.Services.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContext();
            await context.Database.ExecuteSqlRawAsync(
                """
                CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL);
                INSERT INTO __EFMigrationsLock VALUES (1, '2026-03-20 09:00:00');
                """);
        }

        await using var next = await TestDatabase.CreateAsync(Provider.Sqlite, connection).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Empty(await next.ReadAsync(context => context.Conversations.ToListAsync()));
    }

    private static async Task<string> PragmaAsync(SupportDbContext context, string pragma)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The name comes from the test's own data.
        command.CommandText = $"PRAGMA {pragma}";
#pragma warning restore CA2100
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture)!;
    }
}
