using Microsoft.EntityFrameworkCore;
using SupportBot.Storage.Tickets;
using SupportBot.StorageTests.Databases;
using Xunit;

namespace SupportBot.StorageTests;

[Collection(DatabaseServers.Name)]
public sealed class ConflictTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    [EveryDatabase]
    public async Task A_turn_that_read_an_older_version_of_the_conversation_does_not_commit(Provider provider)
    {
        var database = await databases.GetAsync(provider);
        await database.CommitAsync(context => context.Add(Samples.Conversation("turn")));
        await using var late = database.Open();
        var read = await late.Conversations.SingleAsync(c => c.Id == "turn");
        await database.CommitAsync(context => context.Conversations.Single(c => c.Id == "turn").Version++);

        read.Version++;
        read.DialogState = "late";
        late.Add(Samples.Entry("turn", 1));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => TestDatabase.CommitAsync(late));
        var stored = await database.ReadAsync(context => context.Conversations.SingleAsync(c => c.Id == "turn"));
        Assert.Equal("{}", stored.DialogState);
        Assert.False(await database.ReadAsync(context => context.Transcript.AnyAsync(t => t.ConversationId == "turn")));
    }

    [EveryDatabase]
    public async Task Two_agents_cannot_both_claim_a_ticket(Provider provider)
    {
        var database = await databases.GetAsync(provider);
        await database.CommitAsync(context => context.AddRange(Samples.EveryTable("claim")));
        await using var late = database.Open();
        var read = await late.Tickets.SingleAsync(t => t.Reference == "claim");
        await database.CommitAsync(context => Claim(context.Tickets.Single(t => t.Reference == "claim"), "Ann"));

        Claim(read, "Ben");

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => TestDatabase.CommitAsync(late));
        Assert.Equal("Ann", await database.ReadAsync(context => context.Tickets.Where(t => t.Reference == "claim").Select(t => t.Agent).SingleAsync()));
    }

    [EveryDatabase]
    public async Task An_event_delivered_twice_is_stored_once_with_nothing_of_the_second_try(Provider provider)
    {
        var database = await databases.GetAsync(provider);
        await database.CommitAsync(context => context.AddRange(
            Samples.Conversation("twice"), Samples.Entry("twice", 1), Samples.Event("twice", "message-1")));

        await Assert.ThrowsAsync<DbUpdateException>(() => database.CommitAsync(context => context.AddRange(
            Samples.Entry("twice", 2), Samples.Event("twice", "message-1"))));

        Assert.Equal(1, await database.ReadAsync(context => context.Transcript.CountAsync(t => t.ConversationId == "twice")));
    }

    [EveryDatabase]
    public async Task The_same_event_key_in_another_conversation_is_another_event(Provider provider)
    {
        var database = await databases.GetAsync(provider);
        await database.CommitAsync(context => context.AddRange(
            Samples.Conversation("one"), Samples.Event("one", "1"), Samples.Conversation("two"), Samples.Event("two", "1")));

        Assert.NotNull(await database.ReadAsync(context => context.Inbox.FindAsync("two", "1").AsTask()));
    }

    [EveryDatabase]
    public async Task An_event_without_its_conversation_is_refused(Provider provider)
    {
        var database = await databases.GetAsync(provider);

        await Assert.ThrowsAsync<DbUpdateException>(() => database.CommitAsync(context => context.Add(Samples.Event("missing", "1"))));
    }

    [EveryDatabase]
    public async Task A_deleted_conversation_takes_its_transcript_events_files_and_tickets_along(Provider provider)
    {
        var database = await databases.GetAsync(provider);
        await database.CommitAsync(context => context.AddRange(Samples.EveryTable("gone")));

        await using var context = database.Open();
        await context.Conversations.Where(c => c.Id == "gone").ExecuteDeleteAsync();

        Assert.False(await context.Transcript.AnyAsync(t => t.ConversationId == "gone"));
        Assert.False(await context.Inbox.AnyAsync(e => e.ConversationId == "gone"));
        Assert.False(await context.Files.AnyAsync(f => f.ConversationId == "gone"));
        Assert.False(await context.Set<TicketEvent>().AnyAsync(e => e.TicketReference == "gone"));
    }

    [EveryDatabase]
    public async Task A_deleted_seller_takes_the_whole_account_along(Provider provider)
    {
        var database = await databases.GetAsync(provider);
        await database.CommitAsync(context => context.AddRange(Samples.EveryTable("closed")));

        await using var context = database.Open();
        await context.Sellers.Where(s => s.Id == "closed").ExecuteDeleteAsync();

        Assert.False(await context.Settlements.AnyAsync(s => s.SellerId == "closed"));
        Assert.False(await context.SettlementLines.AnyAsync(l => l.SellerId == "closed"));
        Assert.False(await context.CategoryMappings.AnyAsync(m => m.SellerId == "closed"));
    }

    private static void Claim(Ticket ticket, string agent)
    {
        ticket.Agent = agent;
        ticket.Version++;
    }
}
