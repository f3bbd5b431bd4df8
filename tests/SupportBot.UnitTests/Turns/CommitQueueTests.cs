using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SupportBot.Storage;
using SupportBot.Storage.Conversations;
using SupportBot.Storage.Sqlite;
using SupportBot.Testing.Hosting;
using SupportBot.Turns.Commits;
using SupportBot.Turns.Outbox;
using Xunit;

namespace SupportBot.UnitTests.Turns;

public sealed class CommitQueueTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly ConversationSignals _signals = new();
    private readonly OutboxSignal _outbox = new();
    private readonly TranscriptSequences _sequences = new();
    private readonly ServiceProvider _services;
    private readonly IDbContextFactory<SupportDbContext> _contexts;
    private readonly CommitQueue _queue;

    public CommitQueueTests()
    {
        _services = new ServiceCollection().AddSqliteStorage($"Data Source={_folder.File("test.db")}").BuildServiceProvider();
        _contexts = _services.GetRequiredService<IDbContextFactory<SupportDbContext>>();
        _queue = new CommitQueue(_contexts, _sequences, _signals, _outbox, NullLogger<CommitQueue>.Instance);
    }

    [Fact]
    public async Task Units_that_wait_together_are_numbered_in_order_within_their_conversation()
    {
        // Queued before the writer starts, so that one flush takes them all.
        var commits = Enumerable.Range(0, 20).Select(i => _queue.CommitAsync(Line($"c{i % 2}", $"a{i}"), default)).ToList();
        await StartAsync();
        await Task.WhenAll(commits);

        await using var db = await _contexts.CreateDbContextAsync();
        foreach (var conversation in new[] { "c0", "c1" })
        {
            var sequences = await db.Transcript.Where(t => t.ConversationId == conversation).Select(t => t.Sequence).Order().ToListAsync();
            Assert.Equal(Enumerable.Range(1, 10).Select(i => (long)i), sequences);
        }
    }

    [Fact]
    public async Task A_unit_that_fails_does_not_take_its_neighbours_with_it()
    {
        var first = _queue.CommitAsync(Line("c0", "a1"), default);
        var bad = _queue.CommitAsync(Line("c0", "a2", db => db.Conversations.Add(NewConversation("c1"))), default);
        var last = _queue.CommitAsync(Line("c0", "a3"), default);
        await StartAsync();

        await first;
        await last;
        await Assert.ThrowsAsync<DbUpdateException>(() => bad);
        await using var db = await _contexts.CreateDbContextAsync();
        Assert.Equal(["a1", "a3"], await db.Transcript.OrderBy(t => t.Sequence).Select(t => t.ActivityId).ToListAsync());
        Assert.Equal([1L, 2L], await db.Transcript.Select(t => t.Sequence).Order().ToListAsync());
    }

    [Fact]
    public async Task A_sequence_that_another_node_took_is_read_anew()
    {
        await StartAsync();
        await _queue.CommitAsync(Line("c0", "a1"), default);
        await using (var other = await _contexts.CreateDbContextAsync())
        {
            other.Transcript.Add(Entry("c0", "elsewhere", sequence: 2));
            await other.SaveChangesAsync();
        }

        await _queue.CommitAsync(Line("c0", "a2"), default);

        await using var db = await _contexts.CreateDbContextAsync();
        Assert.Equal(["a1", "elsewhere", "a2"], await db.Transcript.OrderBy(t => t.Sequence).Select(t => t.ActivityId).ToListAsync());
    }

    [Fact]
    public async Task A_row_that_changed_since_it_was_read_is_a_conflict_and_nothing_is_stored()
    {
        await StartAsync();
        var conversation = NewConversation("c0");

        var conflict = _queue.CommitAsync(
            Line("c0", "a1", db =>
            {
                db.Entry(conversation).State = EntityState.Modified;
                db.Entry(conversation).Property(c => c.Version).OriginalValue = 7;
            }),
            default);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => conflict);
        await using var db = await _contexts.CreateDbContextAsync();
        Assert.False(await db.Transcript.AnyAsync());
    }

    [Fact]
    public async Task Readers_are_woken_after_the_commit_and_only_then()
    {
        using var subscription = _signals.Subscribe("c0");
        var commit = _queue.CommitAsync(Line("c0", "a1"), default);
        Assert.False(subscription.Reader.TryRead(out _));

        await StartAsync();
        await commit;

        Assert.Equal(ConversationSignal.NewEntries, await subscription.Reader.ReadAsync());
    }

    [Fact]
    public async Task What_was_queued_before_stopping_is_still_written()
    {
        var commit = _queue.CommitAsync(Line("c0", "a1"), default);
        await StartAsync();
        await _queue.StopAsync(default);

        await commit;
        await using var db = await _contexts.CreateDbContextAsync();
        Assert.True(await db.Transcript.AnyAsync());
    }

    public async Task InitializeAsync()
    {
        await using var db = await _contexts.CreateDbContextAsync();
        await db.Database.MigrateAsync();
        db.Conversations.AddRange(NewConversation("c0"), NewConversation("c1"));
        await db.SaveChangesAsync();
    }

    public async Task DisposeAsync()
    {
        await _queue.StopAsync(default);
        _sequences.Dispose();
        _outbox.Dispose();
        await _services.DisposeAsync();
        _folder.Dispose();
    }

    private static Conversation NewConversation(string id) => new() { Id = id };

    private static CommitUnit Line(string conversationId, string activityId, Action<SupportDbContext>? changes = null) =>
        new(conversationId, [Entry(conversationId, activityId)], changes ?? (_ => { }));

    private static TranscriptEntry Entry(string conversationId, string activityId, long sequence = 0) => new()
    {
        ConversationId = conversationId,
        Sequence = sequence,
        ActivityId = activityId,
        Type = "message",
        ActivityJson = "{}",
    };

    private Task StartAsync() => _queue.StartAsync(default);
}
