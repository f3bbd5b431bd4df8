using Microsoft.EntityFrameworkCore.Metadata;
using SupportBot.Storage;
using SupportBot.Storage.Conversations;
using SupportBot.StorageTests.Databases;
using Xunit;

namespace SupportBot.StorageTests;

[Collection(DatabaseServers.Name)]
public sealed class RoundTripTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    [EveryDatabase]
    public async Task Every_column_of_every_table_comes_back_as_it_was(Provider provider)
    {
        var database = await databases.GetAsync(provider);
        var samples = Samples.EveryTable("every-column");
        await database.CommitAsync(context => context.AddRange(samples));

        await using var context = database.Open();
        Assert.Equal(context.Model.GetEntityTypes().Select(t => t.ClrType.Name).Order(), samples.Select(s => s.GetType().Name).Order());
        foreach (var sample in samples)
        {
            var columns = context.Model.FindEntityType(sample.GetType())!.GetProperties().ToList();
            var stored = await FindAsync(context, sample);
            foreach (var column in columns)
            {
                AssertSame(column, column.PropertyInfo!.GetValue(sample), column.PropertyInfo.GetValue(stored));
            }
        }
    }

    [EveryDatabase]
    public async Task Local_times_are_stored_as_the_same_moment_in_utc(Provider provider)
    {
        var database = await databases.GetAsync(provider);
        var conversation = Samples.Conversation("local-time");
        conversation.CreatedAt = Samples.Time.ToLocalTime();
        await database.CommitAsync(context => context.Add(conversation));

        var stored = await database.ReadAsync(context => context.Conversations.FindAsync("local-time").AsTask());
        Assert.Equal(Samples.Time, stored!.CreatedAt);
        Assert.Equal(DateTimeKind.Utc, stored.CreatedAt.Kind);
    }

    [EveryDatabase]
    public async Task Long_texts_and_files_are_not_cut(Provider provider)
    {
        var database = await databases.GetAsync(provider);
        var text = string.Concat(Enumerable.Repeat("Zoë schrieb 🫖 „Grüße“; ", 50_000));
        var bytes = new byte[10 * 1024 * 1024];
        new Random(1).NextBytes(bytes);
        await database.CommitAsync(context =>
        {
            context.Add(Samples.Conversation("long"));
            var entry = Samples.Entry("long", 1);
            entry.ActivityJson = text;
            context.Add(entry);
            context.Add(new StoredFile
            {
                Id = "long",
                ConversationId = "long",
                Name = "big.png",
                ContentType = "image/png",
                Content = bytes,
                CreatedAt = Samples.Time,
            });
        });

        var entry = await database.ReadAsync(context => context.Transcript.FindAsync("long", 1L).AsTask());
        var file = await database.ReadAsync(context => context.Files.FindAsync("long").AsTask());
        Assert.Equal(text, entry!.ActivityJson);
        Assert.True(bytes.AsSpan().SequenceEqual(file!.Content));
    }

    [EveryDatabase]
    public async Task Ids_that_differ_only_by_case_are_different(Provider provider)
    {
        var database = await databases.GetAsync(provider);
        await database.CommitAsync(context => context.AddRange(
            Samples.Conversation("Case"), Samples.Conversation("case"), Samples.Event("case", "ID-é"), Samples.Event("case", "id-é"), Samples.Event("case", "id-e")));

        var stored = await database.ReadAsync(context => context.Inbox.FindAsync("case", "id-é").AsTask());
        Assert.Equal("id-é", stored!.Key);
    }

    private static async Task<object> FindAsync(SupportDbContext context, object sample)
    {
        var type = context.Model.FindEntityType(sample.GetType())!;
        var key = type.FindPrimaryKey()!.Properties.Select(p => p.PropertyInfo!.GetValue(sample)).ToArray();
        return await context.FindAsync(type.ClrType, key) ?? throw new InvalidOperationException($"The {type.ClrType.Name} was not stored.");
    }

    private static void AssertSame(IProperty column, object? expected, object? stored)
    {
        var name = $"{column.DeclaringType.ClrType.Name}.{column.Name}";
        var unset = expected is null || expected.Equals(column.Sentinel);
        Assert.False(unset, $"The sample leaves {name} empty, so the test would not see it lost.");
        Assert.Equal(expected, stored);
        if (stored is DateTime time)
        {
            Assert.Equal(DateTimeKind.Utc, time.Kind);
        }
    }
}
