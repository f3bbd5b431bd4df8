using Microsoft.EntityFrameworkCore;
using SupportBot.Storage.Accounts;
using SupportBot.Storage.Conversations;
using SupportBot.StorageTests.Databases;
using Xunit;

namespace SupportBot.StorageTests;

/// <summary>The shapes of query on which the product rests, on every database.</summary>
[Collection(DatabaseServers.Name)]
public sealed class QueryTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    [EveryDatabase]
    public async Task A_transcript_is_read_in_order_from_a_watermark(Provider provider)
    {
        var database = await databases.GetAsync(provider);
        await database.CommitAsync(context =>
        {
            context.Add(Samples.Conversation("order"));
            context.AddRange(new long[] { 11, 2, 10, 9, 1 }.Select(sequence => Samples.Entry("order", sequence)));
        });

        var read = await database.ReadAsync(context => context.Transcript
            .Where(t => t.ConversationId == "order" && t.Sequence > 1)
            .OrderBy(t => t.Sequence).Take(3).Select(t => t.Sequence).ToListAsync());
        Assert.Equal([2, 9, 10], read);
    }

    [EveryDatabase]
    public async Task Due_events_are_found_in_the_order_they_were_accepted(Provider provider)
    {
        var database = await databases.GetAsync(provider);
        await database.CommitAsync(context =>
        {
            context.Add(Samples.Conversation("due"));
            context.AddRange(
                EventAt("later", 4, InboxState.Pending, Samples.Time.AddMinutes(1)),
                EventAt("second", 3, InboxState.Pending, null),
                EventAt("done", 2, InboxState.Done, null),
                EventAt("first", 1, InboxState.Pending, Samples.Time));
        });

        var keys = await database.ReadAsync(context => context.Inbox
            .Where(e => e.ConversationId == "due" && e.State == InboxState.Pending && (e.DueAt == null || e.DueAt <= Samples.Time))
            .OrderBy(e => e.Sequence).Select(e => e.Key).ToListAsync());
        Assert.Equal(["first", "second"], keys);

        static InboxEvent EventAt(string key, long sequence, InboxState state, DateTime? due) => new()
        {
            ConversationId = "due",
            Key = key,
            Sequence = sequence,
            State = state,
            AcceptedAt = Samples.Time,
            DueAt = due,
        };
    }

    [EveryDatabase]
    public async Task Unsent_settlements_are_found_with_their_parts_and_attempts(Provider provider)
    {
        var database = await databases.GetAsync(provider);
        await database.CommitAsync(context =>
        {
            AddSeller(context, "unsent");
            var split = Samples.Settlement("unsent", "Amazon EU", "S-2", SettlementStatus.Ready);
            split.Parts.Add(new SettlementPart { SellerId = "unsent", SettlementId = "S-2", Month = "2026-03", Status = SettlementStatus.Ready });
            split.Attempts.Add(new SendAttempt { SellerId = "unsent", SettlementId = "S-2", Number = 1, At = Samples.Time });
            context.Add(split);
            context.AddRange(
                Samples.Settlement("unsent", "Amazon EU", "S-1", SettlementStatus.Sent, Samples.Time),
                Samples.Settlement("unsent", "Amazon EU", "S-3", SettlementStatus.Hidden),
                Samples.Settlement("unsent", "Shopify", "S-4", SettlementStatus.Error));
        });

        SettlementStatus[] settled = [SettlementStatus.Sent, SettlementStatus.Hidden];
        var unsent = await database.ReadAsync(context => context.Settlements.AsNoTracking()
            .Where(s => s.SellerId == "unsent" && !settled.Contains(s.Status))
            .Include(s => s.Parts).Include(s => s.Attempts).AsSplitQuery()
            .OrderBy(s => s.To).ThenBy(s => s.Id).ToListAsync());
        Assert.Equal(["S-2", "S-4"], unsent.Select(s => s.Id));
        Assert.Single(unsent[0].Parts);
        Assert.Single(unsent[0].Attempts);
    }

    [EveryDatabase]
    public async Task The_last_posting_of_each_channel_is_one_query(Provider provider)
    {
        var database = await databases.GetAsync(provider);
        await database.CommitAsync(context =>
        {
            AddSeller(context, "posted");
            context.AddRange(
                Samples.Settlement("posted", "Amazon EU", "S-1", SettlementStatus.Sent, Samples.Time.AddDays(-2)),
                Samples.Settlement("posted", "Amazon EU", "S-2", SettlementStatus.Sent, Samples.Time),
                Samples.Settlement("posted", "Shopify", "S-3", SettlementStatus.Ready));
        });

        var last = await database.ReadAsync(context => context.Settlements
            .Where(s => s.SellerId == "posted" && s.SentAt != null)
            .GroupBy(s => s.ChannelName)
            .Select(g => new { Channel = g.Key, At = g.Max(s => s.SentAt) })
            .ToDictionaryAsync(x => x.Channel, x => x.At));
        Assert.Equal(Samples.Time, Assert.Single(last).Value);
        Assert.Equal(DateTimeKind.Utc, last["Amazon EU"]!.Value.Kind);
    }

    [EveryDatabase]
    public async Task A_settlement_is_found_by_a_date_inside_it(Provider provider)
    {
        var database = await databases.GetAsync(provider);
        await database.CommitAsync(context =>
        {
            AddSeller(context, "dated");
            context.Add(Samples.Settlement("dated", "Amazon EU", "S-1", SettlementStatus.Ready));
        });

        var day = new DateOnly(2026, 3, 14);
        Assert.Equal(1, await CountAsync(day));
        Assert.Equal(0, await CountAsync(day.AddDays(1)));

        Task<int> CountAsync(DateOnly on) => database.ReadAsync(context =>
            context.Settlements.CountAsync(s => s.SellerId == "dated" && s.From <= on && s.To >= on));
    }

    private static void AddSeller(DbContext context, string id) => context.AddRange(
        Samples.Seller(id), Samples.Channel(id, "Amazon EU"), Samples.Channel(id, "Shopify"));
}
