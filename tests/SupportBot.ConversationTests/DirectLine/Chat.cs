using System.Text.Json.Nodes;
using SupportBot.Channels.WebChat.Tokens;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.DirectLine;

/// <summary>A conversation as its client holds it.</summary>
public sealed record Chat(SupportBotHost Host, UserIdentity User, string Id, string Token, Uri StreamUrl)
{
    public static JsonObject Message(string text, string? clientId = null) => new()
    {
        ["type"] = "message",
        ["text"] = text,
        ["channelData"] = clientId is null ? new JsonObject() : new JsonObject { ["clientActivityID"] = clientId },
    };

    public Task<Answer> PostAsync(JsonNode activity, string? token = null) =>
        DirectLineHost.PostAsync(Host, $"conversations/{Id}/activities", token ?? Token, activity);

    /// <summary>Posts and is sure that it was accepted; returns the activity's id.</summary>
    public async Task<string> SayAsync(string text, string? clientId = null)
    {
        var answer = await PostAsync(Message(text, clientId));
        Assert.Equal(200, answer.Status);
        return answer.Text("id");
    }

    public Task<Answer> ReadAsync(string watermark = "", string? token = null) => DirectLineHost.SendAsync(
        Host, HttpMethod.Get, $"conversations/{Id}/activities?watermark={Uri.EscapeDataString(watermark)}", token ?? Token, null);

    /// <summary>Everything there is by now, page after page.</summary>
    public async Task<IReadOnlyList<JsonObject>> ReadAllAsync()
    {
        var all = new List<JsonObject>();
        var watermark = "";
        while (true)
        {
            var page = await ReadAsync(watermark);
            Assert.Equal(200, page.Status);
            all.AddRange(page.Activities);
            if (page.Text("watermark") is var next && next != watermark)
            {
                watermark = next;
                continue;
            }

            return all;
        }
    }

    /// <summary>What the person said, without what the bot says to it meanwhile.</summary>
    public async Task<IReadOnlyList<JsonObject>> ReadOwnAsync() =>
        [.. (await ReadAllAsync()).Where(activity => (string?)activity["from"]?["role"] == "user")];

    /// <summary>The activity as it came back.</summary>
    public async Task<JsonObject> EchoOfAsync(string activityId) =>
        (await ReadAllAsync()).Single(activity => (string?)activity["id"] == activityId);
}
