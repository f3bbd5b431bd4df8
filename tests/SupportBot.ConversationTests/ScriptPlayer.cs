using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Escalation.Lifecycle;
using SupportBot.Testing.Drivers;
using SupportBot.Testing.Hosting;
using SupportBot.Turns.Desk;
using Xunit;

namespace SupportBot.ConversationTests;

/// <summary>Plays a script through the real host, as the seller and as whoever looks at the support API.</summary>
internal sealed class ScriptPlayer(SupportBotHost host) : IDisposable
{
    private readonly ConsentBrowser _tab = new();
    private Seller? _seller;

    private Seller Seller => _seller ?? throw new InvalidOperationException("A script begins with 'seller <id>'.");

    public async Task PlayAsync(ConversationScript script)
    {
        foreach (var line in script.Lines)
        {
            try
            {
                await PlayAsync(line);
            }
            catch (Exception exception)
            {
                Assert.Fail($"{script.Name}, line {line.Number} ({line.Word} {line.Rest}): {exception.Message}{Environment.NewLine}{Heard()}");
            }
        }
    }

    public void Dispose() => _tab.Dispose();

    private async Task PlayAsync(ScriptLine line)
    {
        switch (line.Word)
        {
            case "seller":
                var names = line.Rest.Split(' ');
                _seller = await Seller.OpenChatAsync(host.Http, names[0], names.ElementAtOrDefault(1));
                break;
            case ">":
                await Seller.SayAsync(line.Rest);
                break;
            case "choose":
                await Seller.ChooseAsync(line.Rest);
                break;
            case "press":
                var (verb, inputs) = Split(line.Rest);
                await Seller.PressAsync(verb, ScriptLine.Pairs(inputs));
                break;
            case "unanswered":
                await Seller.PostAsync(new JsonObject { ["type"] = "message", ["text"] = line.Rest });
                break;
            case "<":
                Assert.Contains(line.Rest, Heard(), StringComparison.OrdinalIgnoreCase);
                break;
            case "!<":
                Assert.DoesNotContain(line.Rest, Heard(), StringComparison.OrdinalIgnoreCase);
                break;
            case "later":
                await Seller.HearAsync(line.Rest);
                break;
            case "offers":
                Assert.Contains(line.Rest, Seller.Choices);
                break;
            case "reconnect":
                await ReconnectAsync(line.Rest);
                break;
            case "page":
                Assert.Contains(line.Rest, _tab.Tab.Html, StringComparison.OrdinalIgnoreCase);
                break;
            case "no-offer":
                Assert.DoesNotContain(Seller.Choices, choice => choice.StartsWith(line.Rest, StringComparison.Ordinal));
                break;
            case "demo":
                var (action, body) = Split(line.Rest);
                await DemoAsync(action, body);
                break;
            case "support":
                await SupportAsync(line.Rest);
                break;
            case "agent":
                var (deed, words) = Split(line.Rest);
                await AgentAsync(deed, words);
                break;
            case "ticket":
                var (field, expected) = Split(line.Rest);
                Assert.Equal(expected, await TicketFieldAsync(field));
                break;
            case "no-ticket":
                Assert.Empty(await TicketsAsync());
                break;
            case "owner":
                Assert.Equal(line.Rest, (string?)(await ApiAsync($"api/conversations/{Seller.ConversationId}"))!["owner"]);
                break;
            case "outcome":
                var conversation = (await ApiAsync($"api/conversations/{Seller.ConversationId}"))!;
                Assert.Equal(line.Rest, (string?)conversation["outcome"] ?? "null");
                break;
            default:
                throw new FormatException($"'{line.Word}' is not a word of the scripts.");
        }
    }

    /// <summary>Presses the newest card's Reconnect button and decides on the platform's page; an approval is noticed in the chat.</summary>
    private async Task ReconnectAsync(string choice)
    {
        var link = Seller.LinkOf("Reconnect ");
        if (choice == "approve")
        {
            await Seller.NoticeAsync(() => _tab.ReconnectAsync(link, choice));
        }
        else
        {
            await _tab.ReconnectAsync(link, choice);
        }
    }

    /// <summary>Text and cards of what the bot said last.</summary>
    private string Heard() => string.Join(Environment.NewLine, (_seller?.Replies ?? []).Select(reply =>
        string.Join(Environment.NewLine, Strings(reply["text"]).Concat(Strings(reply["attachments"])))));

    private static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        JsonObject card => card
            .Where(property => property.Value is not JsonValue || property.Key is "text" or "title" or "label" or "value")
            .SelectMany(property => Strings(property.Value)),
        JsonArray items => items.SelectMany(Strings),
        _ => [],
    };

    private async Task DemoAsync(string action, string body)
    {
        var json = new JsonObject();
        foreach (var (key, value) in ScriptLine.Pairs(body))
        {
            json[key] = value;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, $"demo/{action}") { Content = JsonContent.Create(json) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Seller.UserToken);
        using var response = await host.Http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, $"demo/{action}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }

    /// <summary>Support carries something out on the conversation's one ticket.</summary>
    private async Task SupportAsync(string action)
    {
        var reference = await TicketFieldAsync("reference");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/tickets/{reference}/actions")
        {
            Content = JsonContent.Create(new JsonObject { ["action"] = action, ["reason"] = "As the ticket asks.", ["by"] = "Ada", ["key"] = $"{reference}-{action}" }),
        };
        request.Headers.Add("X-Api-Key", SupportBotHost.ApiKey);
        using var response = await host.Http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, $"{action}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }

    /// <summary>Priya of the support team does something with the conversation's newest ticket.</summary>
    private async Task AgentAsync(string verb, string words)
    {
        var reference = (string)(await TicketsAsync()).MaxBy(ticket => (string?)ticket["createdAt"])!["reference"]!;
        var act = new AgentAct(reference, new SupportAgent("priya", "Priya Sharma"), verb)
        {
            Outcome = verb == AgentVerb.Resolve ? words : null,
            Until = verb == AgentVerb.Snooze ? DateTimeOffset.Parse(words, CultureInfo.InvariantCulture) : null,
        };
        var (desk, key) = (host.Services.GetRequiredService<AgentDesk>(), Guid.NewGuid().ToString("N"));
        if (verb == AgentVerb.Answer)
        {
            await Seller.NoticeAsync(() => desk.AnswerAsync(Seller.ConversationId, key, act, words, [], [], CancellationToken.None));
        }
        else
        {
            await Seller.NoticeAsync(async () => Assert.IsType<ActOutcome.Done>(await desk.ActAsync(Seller.ConversationId, key, act, CancellationToken.None)));
        }
    }

    private async Task<string?> TicketFieldAsync(string path)
    {
        JsonNode? node = Assert.Single(await TicketsAsync());
        foreach (var name in path.Split('.'))
        {
            node = node is JsonArray items ? items[int.Parse(name, CultureInfo.InvariantCulture)] : node?[name];
        }

        return node?.ToString() ?? "null";
    }

    private async Task<IReadOnlyList<JsonNode>> TicketsAsync() =>
        [.. (await ApiAsync("api/tickets"))!.AsArray().Where(t => (string?)t!["conversationId"] == Seller.ConversationId).Select(t => t!)];

    private Task<JsonNode?> ApiAsync(string path) => host.GetAsync(path);

    private static (string First, string Others) Split(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (text, "") : (text[..space], text[(space + 1)..].Trim());
    }
}
