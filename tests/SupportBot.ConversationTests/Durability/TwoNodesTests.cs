using System.Text.Json.Nodes;
using SupportBot.Testing.Drivers;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.Durability;

/// <summary>Two hosts on one database, and one seller whose messages reach both of them.</summary>
public sealed class TwoNodesTests
{
    private const int Messages = 30;

    private static readonly Dictionary<string, string> WithoutRateLimits = new()
    {
        ["WebChat:RequestsPerSecondPerUser"] = "100000",
        ["WebChat:RequestBurstPerUser"] = "100000",
    };

    [Fact]
    public async Task Every_message_is_kept_once_and_answered_once_whichever_node_took_it()
    {
        using var folder = new TemporaryFolder();
        await using var one = await SupportBotHost.StartAsync(WithoutRateLimits, folder);
        await using var two = await SupportBotHost.StartAsync(WithoutRateLimits, folder);
        var seller = await Seller.OpenChatAsync(one.Http, "little-harbour");
        var elsewhere = seller.On(two.Http);

        // Every message goes to both nodes at once, as a proxy does that tries again too early.
        var ids = await Task.WhenAll(Enumerable.Range(0, Messages).Select(async number =>
        {
            var taken = await Task.WhenAll(seller.PostAsync(Message(number)), elsewhere.PostAsync(Message(number)));
            Assert.Equal(taken[0], taken[1]);
            return taken[0];
        }));

        await seller.WaitAsync(() => ids.All(id => seller.Transcript.Any(a => (string?)a["replyToId"] == id)), "an answer to every message");
        Assert.All(ids, id => Assert.Single(seller.Transcript, a => (string?)a["id"] == id));
        Assert.All(ids, id => Assert.Single(seller.Transcript, a => (string?)a["replyToId"] == id));
        await elsewhere.ReadAsync();
        Assert.Equal(seller.Transcript.Select(a => (string?)a["id"]), elsewhere.Transcript.Select(a => (string?)a["id"]));
    }

    private static JsonObject Message(int number) => new()
    {
        ["type"] = "message",
        ["text"] = "thanks",
        ["channelData"] = new JsonObject { ["clientActivityID"] = $"message-{number}" },
    };
}
