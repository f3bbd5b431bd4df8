using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SupportBot.Testing.Drivers;
using SupportBot.Testing.Fakes.Teams;
using SupportBot.Testing.Hosting;

namespace SupportBot.ConversationTests.Teams;

/// <summary>A seller's case in the hands of the support team: the seller in the web chat, two agents in Teams, the host between them.</summary>
public sealed class Escalation : IAsyncDisposable
{
    /// <summary>A demo seller whose case only support can close.</summary>
    public const string SellerId = "koala-crafts";

    private Escalation(TeamsHost bot, Seller seller) => (Bot, Seller) = (bot, seller);

    public TeamsHost Bot { get; }

    public Seller Seller { get; }

    public TeamsAgent Priya => Bot.Priya;

    public TeamsAgent Tom => Bot.Tom;

    public FakeConnector Teams => Bot.Teams;

    public string Reference { get; private set; } = "";

    /// <summary>The message that carries the ticket's card.</summary>
    public FakeMessage Card { get; private set; } = null!;

    public string Thread => Card.ConversationId;

    /// <summary>The seller has sent the case to support, and its card stands in the channel.</summary>
    public static async Task<Escalation> StartAsync(
        IReadOnlyDictionary<string, string>? settings = null, TemporaryFolder? folder = null, Action<TeamsHost>? before = null)
    {
        var bot = await TeamsHost.StartAsync(settings, folder);
        before?.Invoke(bot);
        await bot.Priya.InstallAsync();
        var seller = await Seller.OpenChatAsync(bot.Host.Http, SellerId);
        var escalation = new Escalation(bot, seller);
        await seller.SayAsync("Can I talk to a person please?");
        escalation.Reference = (string)(await bot.Host.GetAsync("api/tickets?status=waiting"))!.AsArray().Single()!["reference"]!;
        return escalation;
    }

    public static async Task<Escalation> InTeamsAsync(IReadOnlyDictionary<string, string>? settings = null, TemporaryFolder? folder = null)
    {
        var escalation = await StartAsync(settings, folder);
        await escalation.FindCardAsync();
        return escalation;
    }

    public async Task FindCardAsync() => Card = await Teams.UntilAsync(teams => teams.Threads is [var first, ..] ? first : null, "the ticket's card");

    /// <summary>Presses a button of the ticket's card as it stands, with what is filled in under it.</summary>
    /// <returns>The body of the answer.</returns>
    public Task<JsonObject> PressAsync(TeamsAgent agent, string title, params (string Input, string Value)[] inputs) => PressAsync(agent, Card.Card!, title, inputs);

    /// <param name="card">Perhaps an old one.</param>
    public async Task<JsonObject> PressAsync(TeamsAgent agent, JsonObject card, string title, params (string Input, string Value)[] inputs)
    {
        var action = CardButton.Find(card, title);
        var data = (JsonObject)action["data"]!.DeepClone();
        foreach (var (input, value) in inputs)
        {
            data[input] = value;
        }

        using var response = await agent.ExecuteAsync(Card, (string)action["verb"]!, data);
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

    public ValueTask DisposeAsync() => Bot.DisposeAsync();
}
