using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using SupportBot.Storage.Conversations;
using SupportBot.StorageTests.Databases;
using SupportBot.Turns.Commits;
using SupportBot.Turns.Outbox;
using Xunit;

namespace SupportBot.StorageTests;

/// <summary>Two nodes, each with a commit queue of its own, write to one conversation at the same time.</summary>
[Collection(DatabaseServers.Name)]
public sealed class TwoNodesTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private const int UnitsEach = 60;

    [EveryDatabase]
    public async Task Nothing_is_lost_or_stored_twice_and_the_numbers_have_no_gap(Provider provider)
    {
        var database = await databases.GetAsync(provider);
        await database.CommitAsync(context => context.Add(Samples.Conversation("raced")));

        await Task.WhenAll(WriteAsync(database, "one"), WriteAsync(database, "two"));

        var stored = await database.ReadAsync(
            context => context.Transcript.AsNoTracking().Where(t => t.ConversationId == "raced").OrderBy(t => t.Sequence).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 2 * 2 * UnitsEach).Select(number => (long)number), stored.Select(t => t.Sequence));
        foreach (var node in new[] { "one", "two" })
        {
            var own = stored.Select(t => t.ActivityId).Where(id => id.StartsWith(node, StringComparison.Ordinal));
            Assert.Equal(Enumerable.Range(0, 2 * UnitsEach).Select(line => $"{node}-{line}"), own);
        }
    }

    [EveryDatabase]
    public async Task What_both_nodes_accept_under_one_key_is_stored_once(Provider provider)
    {
        var database = await databases.GetAsync(provider);
        await database.CommitAsync(context => context.Add(Samples.Conversation("delivered-twice")));

        var refused = await Task.WhenAll(AcceptAllAsync(database), AcceptAllAsync(database));

        Assert.Equal(UnitsEach, refused.Sum());
        Assert.Equal(UnitsEach, await database.ReadAsync(context => context.Inbox.CountAsync(e => e.ConversationId == "delivered-twice")));
        Assert.Equal(UnitsEach, await database.ReadAsync(context => context.Transcript.CountAsync(t => t.ConversationId == "delivered-twice")));
    }

    /// <summary>One unit after the other, two lines in each.</summary>
    private static Task WriteAsync(TestDatabase database, string node) => OnOwnQueueAsync(database, async queue =>
    {
        for (var unit = 0; unit < UnitsEach; unit++)
        {
            await queue.CommitAsync(new CommitUnit("raced", [Line("raced", $"{node}-{2 * unit}"), Line("raced", $"{node}-{(2 * unit) + 1}")], _ => { }), default);
        }
    });

    /// <summary>How many units were refused because the other node had them already.</summary>
    private static async Task<int> AcceptAllAsync(TestDatabase database)
    {
        var refused = 0;
        await OnOwnQueueAsync(database, async queue =>
        {
            for (var unit = 0; unit < UnitsEach; unit++)
            {
                var (entry, key) = (Line("delivered-twice", $"line-{unit}"), $"message-{unit}");
                try
                {
                    await queue.CommitAsync(
                        new CommitUnit("delivered-twice", [entry], db => db.Inbox.Add(
                            new InboxEvent { ConversationId = "delivered-twice", Key = key, Sequence = entry.Sequence })),
                        default);
                }
                catch (DbUpdateException)
                {
                    refused++;
                }
            }
        });
        return refused;
    }

    private static async Task OnOwnQueueAsync(TestDatabase database, Func<CommitQueue, Task> work)
    {
        using var sequences = new TranscriptSequences();
        using var outbox = new OutboxSignal();
        var queue = new CommitQueue(database.Contexts, sequences, new ConversationSignals(), outbox, NullLogger<CommitQueue>.Instance);
        await queue.StartAsync(default);
        await work(queue);
        await queue.StopAsync(default);
    }

    private static TranscriptEntry Line(string conversationId, string activityId) => new()
    {
        ConversationId = conversationId,
        ActivityId = activityId,
        Type = "message",
        ActivityJson = "{}",
    };
}
