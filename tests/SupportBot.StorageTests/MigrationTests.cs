using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SupportBot.Host.Storage;
using SupportBot.Storage.Accounts;
using SupportBot.StorageTests.Databases;
using Xunit;

namespace SupportBot.StorageTests;

[Collection(DatabaseServers.Name)]
public sealed class MigrationTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    [EveryDatabase]
    public async Task Nodes_that_start_together_on_an_empty_database_all_start(Provider provider)
    {
        var connection = databases.NewConnectionString(provider);
        var nodes = Enumerable.Range(0, 4).Select(_ => Task.Run(() => TestDatabase.CreateAsync(provider, connection)));

        foreach (var node in await Task.WhenAll(nodes))
        {
            await node.CommitAsync(context => context.Add(Samples.Conversation(Guid.NewGuid().ToString())));
        }

        await using var last = await TestDatabase.CreateAsync(provider, connection);
        Assert.Equal(4, await last.ReadAsync(context => context.Conversations.CountAsync()));
    }

    [EveryDatabase]
    public async Task A_second_start_keeps_what_is_stored(Provider provider)
    {
        var connection = databases.NewConnectionString(provider);
        var first = await TestDatabase.CreateAsync(provider, connection);
        await first.CommitAsync(context => context.Add(Samples.Conversation("kept")));

        await using var second = await TestDatabase.CreateAsync(provider, connection);
        Assert.NotNull(await second.ReadAsync(context => context.Conversations.FindAsync("kept").AsTask()));
    }

    [EveryDatabase]
    public async Task Lines_posted_before_lines_said_so_know_where_and_when_they_posted(Provider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, databases.NewConnectionString(provider));
        await using var context = database.Open();
        context.AddRange(
            Samples.Seller("before"), Samples.Channel("before", "Amazon EU"),
            Samples.Settlement("before", "Amazon EU", "S-1", SettlementStatus.Sent, Samples.Time));
        await TestDatabase.CommitAsync(context);
        await context.GetService<IMigrator>().MigrateAsync("SupportActions");
        foreach (var (number, account) in new[] { (1, "404"), (2, " ") })
        {
            await context.Database.ExecuteSqlAsync(
                $"""INSERT INTO "SettlementLines" ("SellerId", "SettlementId", "Number", "Category", "AmountHundredths", "Account") VALUES ('before', 'S-1', {number}, 'FBA fees', 1, {account})""");
        }

        await context.Database.MigrateAsync();

        var lines = await context.SettlementLines.OrderBy(l => l.Number).Select(l => new { l.ChannelName, l.Marketplace, l.PostedAt }).ToListAsync();
        Assert.Equal([new { ChannelName = "Amazon EU", Marketplace = "Amazon.de", PostedAt = (DateTime?)Samples.Time }, new { ChannelName = "Amazon EU", Marketplace = "Amazon.de", PostedAt = (DateTime?)null }], lines);
    }

    [EveryDatabase]
    public async Task A_database_whose_history_has_forked_is_left_alone(Provider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, databases.NewConnectionString(provider));
        await using var context = database.Open();
        var history = context.GetService<IHistoryRepository>();
        var applied = await history.GetAppliedMigrationsAsync();
        await context.Database.ExecuteSqlRawAsync(history.GetDeleteScript(applied[0].MigrationId));
        await context.Database.ExecuteSqlRawAsync(history.GetInsertScript(new("29990101000000_Fork", "99.0")));

        var refusal = await Assert.ThrowsAsync<StorageStartException>(() =>
            TestDatabase.HostOn(provider, context.Database.GetConnectionString()!).MigrateStorageAsync());
        Assert.Contains("29990101000000_Fork", refusal.Message, StringComparison.Ordinal);
    }
}
