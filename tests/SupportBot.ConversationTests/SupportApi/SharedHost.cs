using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Storage;
using SupportBot.Storage.Conversations;
using SupportBot.Storage.Tickets;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.SupportApi;

/// <summary>One host for all tests of the support API: they only read, but for what they put into the database here.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    public const string SellerId = "bright-kettle";
    public const string UserId = "dana";
    public const string OtherSellerId = "seller-of-these-tests";

    private static readonly DateTime s_now = new(2026, 3, 20, 9, 0, 0, DateTimeKind.Utc);

    private const string Snapshot = """
        { "now": "2026-03-20T09:00:00Z", "sellers": [ {
          "id": "bright-kettle", "name": "Bright Kettle Ltd",
          "users": [ { "id": "dana", "name": "Dana Reed", "email": "dana@brightkettle.example", "role": "owner" } ],
          "bookkeeping": [ { "id": "xero-main", "platform": "xero", "organisation": "Bright Kettle Ltd", "status": "disconnected" } ],
          "channels": [ { "name": "Amazon UK", "kind": "amazon", "bookkeeping": "xero-main", "mappings": [],
            "settlements": [ { "id": "BK-2", "marketplace": "Amazon.co.uk", "from": "2026-03-02", "to": "2026-03-15", "status": "ready",
              "total": 1240.55, "lines": [ { "category": "Sales", "amount": 1240.55 } ] } ] } ] } ] }
        """;

    private readonly TemporaryFolder _folder = new();
    private SupportBotHost? _host;

    public SupportBotHost Host => _host!;

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(_folder.File("snapshot.json"), Snapshot);
        _host = await SupportBotHost.StartAsync(
            new Dictionary<string, string> { ["Demo:Snapshot"] = _folder.File("snapshot.json") }, _folder);
    }

    public async Task DisposeAsync()
    {
        await _host!.DisposeAsync();
        _folder.Dispose();
    }

    public Task AddTicketsAsync() => SaveAsync(db =>
    {
        db.Conversations.Add(Conversation("c-tickets", SellerId));
        db.Tickets.AddRange(Ticket("LMB-BBBB", TicketStatus.Waiting, s_now), Ticket("LMB-CCCC", TicketStatus.Claimed, s_now.AddHours(1)));
    });

    public Task AddConversationAsync() => SaveAsync(db =>
    {
        var conversation = Conversation("c-shown", OtherSellerId);
        (conversation.Owner, conversation.AgentName) = (ConversationOwner.Agent, "Ada");
        db.Conversations.Add(conversation);
        db.Transcript.AddRange(Line(2, "two"), Line(1, "one"), Line(3, "three"));
    });

    private static Conversation Conversation(string id, string sellerId) => new()
    {
        Id = id,
        Channel = ConversationChannel.WebChat,
        SellerId = sellerId,
        UserId = "u",
        CreatedAt = s_now,
        LastActivityAt = s_now.AddMilliseconds(250),
    };

    private static TranscriptEntry Line(long sequence, string text) => new()
    {
        ConversationId = "c-shown",
        Sequence = sequence,
        ActivityId = $"a{sequence}",
        Type = "message",
        Timestamp = s_now,
        ActivityJson = $$"""{"type":"message","id":"a{{sequence}}","text":"{{text}}","somethingOfTheChannel":"kept"}""",
    };

    private static Ticket Ticket(string reference, TicketStatus status, DateTime at) => new()
    {
        Reference = reference,
        Status = status,
        CreatedAt = at,
        ConversationId = "c-tickets",
        Reason = "asked-for-human",
        TriedSteps = "[]",
        RequestedAction = "none",
        History =
        [
            new TicketEvent { TicketReference = reference, Number = 1, At = at, By = "bot", Event = "opened" },
            new TicketEvent { TicketReference = reference, Number = 2, At = at, By = "agent:Ada", Event = "looked at" },
        ],
    };

    private async Task SaveAsync(Action<SupportDbContext> add)
    {
        await using var db = await Host.Services.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
        add(db);
        await db.SaveChangesAsync();
    }
}
