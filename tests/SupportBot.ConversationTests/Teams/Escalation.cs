using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Protocol;
using SupportBot.Protocol.Activities;
using SupportBot.Storage;
using SupportBot.Storage.Conversations;
using SupportBot.Storage.Outbox;
using SupportBot.Testing.Drivers;
using SupportBot.Testing.Fakes.Teams;
using SupportBot.Testing.Hosting;
using SupportBot.Turns.Desk;
using Xunit;

namespace SupportBot.ConversationTests.Teams;

/// <summary>A seller's case in the hands of the support team: the seller in the web chat, two agents in Teams, the host between them.</summary>
public sealed class Escalation : IAsyncDisposable
{
    /// <summary>A demo seller whose case only support can close.</summary>
    public const string SellerId = "koala-crafts";

    private readonly bool _ownsHost;

    private Escalation(TeamsHost bot, Seller seller, bool ownsHost) => (Bot, Seller, _ownsHost) = (bot, seller, ownsHost);

    public TeamsHost Bot { get; }

    public Seller Seller { get; }

    public TeamsAgent Priya => Bot.Priya;

    public TeamsAgent Tom => Bot.Tom;

    public FakeConnector Teams => Bot.Teams;

    public string Reference { get; private set; } = "";

    /// <summary>The message that carries the ticket's card.</summary>
    public FakeMessage Card { get; private set; } = null!;

    public string Thread => Card.ConversationId;

    /// <summary>A host of its own, where the seller has asked for a person.</summary>
    public static async Task<Escalation> StartAsync(
        IReadOnlyDictionary<string, string>? settings = null, TemporaryFolder? folder = null, bool installed = true, Action<WebApplicationBuilder>? configure = null)
    {
        var bot = await TeamsHost.StartAsync(settings, folder, configure);
        if (installed)
        {
            await bot.Priya.InstallAsync();
        }

        return await OpenAsync(bot, SellerId, ownsHost: true);
    }

    /// <summary>The same, and the ticket's card stands in the channel.</summary>
    public static async Task<Escalation> InTeamsAsync(
        IReadOnlyDictionary<string, string>? settings = null, TemporaryFolder? folder = null, Action<WebApplicationBuilder>? configure = null)
    {
        var escalation = await StartAsync(settings, folder, configure: configure);
        await escalation.FindCardAsync();
        return escalation;
    }

    /// <summary>On a host that others use too; its card stands in the channel.</summary>
    public static async Task<Escalation> OnAsync(TeamsHost bot, string sellerId = SellerId)
    {
        var escalation = await OpenAsync(bot, sellerId, ownsHost: false);
        await escalation.FindCardAsync();
        return escalation;
    }

    private static async Task<Escalation> OpenAsync(TeamsHost bot, string sellerId, bool ownsHost)
    {
        var escalation = new Escalation(bot, await Seller.OpenChatAsync(bot.Host.Http, sellerId), ownsHost);
        await escalation.AskForPersonAsync();
        return escalation;
    }

    /// <summary>From now on this is about the ticket that comes of it.</summary>
    public async Task AskForPersonAsync()
    {
        await Seller.SayAsync("Can I talk to a person please?");
        var waiting = (await Bot.Host.GetAsync("api/tickets?status=waiting"))!.AsArray();
        Reference = (string)waiting.Single(ticket => (string?)ticket!["conversationId"] == Seller.ConversationId)!["reference"]!;
    }

    /// <summary>Nobody presses or writes before the product has stored where the card stands: that takes a moment.</summary>
    public async Task FindCardAsync()
    {
        Card = await Teams.UntilAsync(
            teams => teams.Threads.LastOrDefault(m => m.Card?.ToJsonString().Contains(Reference, StringComparison.Ordinal) == true), "the ticket's card");
        await Seller.WaitAsync(IsStoredAsync, "the thread in the database");
    }

    private async Task<bool> IsStoredAsync()
    {
        await using var db = await OpenDatabaseAsync();
        return await db.TicketThreads.AnyAsync(thread => thread.TicketReference == Reference);
    }

    public Task<SupportDbContext> OpenDatabaseAsync() => Bot.Host.Services.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();

    /// <summary>Presses a button of the ticket's card as it stands, with what is filled in under it.</summary>
    /// <returns>The body of the answer.</returns>
    public Task<JsonObject> PressAsync(TeamsAgent agent, string title, params (string Input, string Value)[] inputs) => PressAsync(agent, Card.Card!, title, inputs);

    /// <param name="card">Perhaps an old one.</param>
    public async Task<JsonObject> PressAsync(TeamsAgent agent, JsonObject card, string title, params (string Input, string Value)[] inputs)
    {
        var (verb, data) = CardButton.Fill(card, title, inputs);
        using var response = await agent.ExecuteAsync(Card, verb, data);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    /// <summary>Waits until the card in the channel shows it.</summary>
    public Task CardShowsAsync(string words) => Teams.UntilAsync(_ => Card.Card!.ToJsonString().Contains(words, StringComparison.Ordinal) ? Card : null, $"a card with '{words}'");

    /// <summary>Waits for something in the ticket's thread.</summary>
    public Task<FakeMessage> ThreadShowsAsync(string words) => Teams.UntilAsync(
        teams => teams.Messages.FirstOrDefault(m => m.ConversationId == Thread && m.Text.Contains(words, StringComparison.Ordinal)), $"'{words}' in the thread");

    public async Task<JsonNode> TicketAsync() => (await Bot.Host.GetAsync($"api/tickets/{Reference}"))!;

    public async Task<string> OwnerAsync() => (string)(await Bot.Host.GetAsync($"api/conversations/{Seller.ConversationId}"))!["owner"]!;

    public async Task<string> StatusAsync() => (string)(await TicketAsync())["status"]!;

    /// <summary>What the ticket's history says, without times.</summary>
    public async Task<IReadOnlyList<string>> HistoryAsync() =>
        [.. (await TicketAsync())["history"]!.AsArray().Select(line => $"{line!["by"]}: {line["event"]}")];

    /// <summary>As if the time had passed until the ticket is looked at again: that goes by the real clock, which no test waits for.</summary>
    /// <param name="kind">Such as <c>Snoozed</c>.</param>
    public async Task BringForwardAsync(string kind)
    {
        var key = $"watch:{Reference}:{kind}:";
        await using var db = await OpenDatabaseAsync();
        var moved = await db.Inbox.Where(e => e.ConversationId == Seller.ConversationId && e.State == InboxState.Pending && e.Key.StartsWith(key))
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.DueAt, DateTime.UnixEpoch));
        Assert.NotEqual(0, moved);
    }

    /// <summary>As if an agent's act had been accepted that long ago, and its turn were still due.</summary>
    public async Task AcceptedEarlierAsync(AgentAct act, TimeSpan before)
    {
        var (at, key) = (TimeProvider.System.GetUtcNow() - before, $"agent:{Guid.NewGuid():N}");
        var activity = new Activity
        {
            Type = ActivityTypes.Event,
            Id = key,
            Name = "supportbot/agent",
            From = new ChannelAccount { Id = "supportbot", Role = "bot" },
            Timestamp = at,
            Value = JsonSerializer.SerializeToElement(act),
        };
        await using var db = await OpenDatabaseAsync();
        var last = await db.Transcript.Where(entry => entry.ConversationId == Seller.ConversationId).MaxAsync(entry => entry.Sequence);
        db.Add(new TranscriptEntry
        {
            ConversationId = Seller.ConversationId,
            Sequence = last + 1,
            ActivityId = key,
            Type = ActivityTypes.Event,
            Timestamp = at.UtcDateTime,
            ActivityJson = ActivityJson.Write(activity),
        });
        db.Add(new InboxEvent { ConversationId = Seller.ConversationId, Key = key, Sequence = last + 1, AcceptedAt = at.UtcDateTime });
        await db.SaveChangesAsync();
    }

    /// <summary>Whether a look at the ticket, brought forward, is over.</summary>
    public async Task<bool> IsWorkedOffAsync(string kind)
    {
        var key = $"watch:{Reference}:{kind}:";
        await using var db = await OpenDatabaseAsync();
        return !await db.Inbox.AnyAsync(e => e.State == InboxState.Pending && e.Key.StartsWith(key) && e.DueAt == DateTime.UnixEpoch);
    }

    /// <summary>As if outbox work that failed had been tried as often as it may be, but for once.</summary>
    public async Task RunLastAsync(string kind)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        await using var db = await OpenDatabaseAsync();
        while (await db.Outbox.Where(o => o.Kind == kind && o.State == OutboxState.Pending && o.LastError != null && o.LeaseUntil == null)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.Attempts, 19).SetProperty(o => o.NextAttemptAt, DateTime.UnixEpoch), deadline.Token) == 0)
        {
            await timer.WaitForNextTickAsync(deadline.Token);
        }
    }

    public ValueTask DisposeAsync() => _ownsHost ? Bot.DisposeAsync() : ValueTask.CompletedTask;
}
