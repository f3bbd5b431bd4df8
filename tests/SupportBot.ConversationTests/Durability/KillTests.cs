using System.Text.Json.Nodes;
using SupportBot.Testing.Drivers;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.Durability;

/// <summary>The process is killed hard while messages are in flight: nothing that was accepted is lost, and nothing comes twice.</summary>
public sealed class KillTests
{
    private const int Sellers = 6;
    private const int MessagesEach = 12;

    /// <summary>All of them are one demo user, and they poll.</summary>
    private static readonly Dictionary<string, string> WithoutRateLimits = new()
    {
        ["WebChat:RequestsPerSecondPerUser"] = "100000",
        ["WebChat:RequestBurstPerUser"] = "100000",
        ["WebChat:RequestsPerSecondPerAddress"] = "100000",
        ["WebChat:RequestBurstPerAddress"] = "100000",
    };

    [Fact]
    public async Task Every_accepted_message_is_kept_once_and_answered_once()
    {
        using var folder = new TemporaryFolder();
        await using var program = new SupportBotProcess(folder, WithoutRateLimits);
        await program.StartAsync();
        var sellers = await Task.WhenAll(Enumerable.Range(0, Sellers).Select(_ => Seller.OpenChatAsync(program.Http, "little-harbour")));

        var sent = 0;
        var writing = sellers.Select(seller => WriteAsync(seller, () => Interlocked.Increment(ref sent))).ToList();
        foreach (var killAfter in new[] { Sellers * 3, Sellers * 7 })
        {
            // The writers go on while the program is away, and deliver again what nobody confirmed.
            Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref sent) >= killAfter, TimeSpan.FromSeconds(60)));
            await program.KillAsync();
            await program.StartAsync();
        }

        var accepted = await Task.WhenAll(writing);
        foreach (var (seller, ids) in sellers.Zip(accepted))
        {
            await seller.WaitAsync(() => ids.All(id => seller.Transcript.Any(a => (string?)a["replyToId"] == id)), "an answer to every message");
            Assert.Equal(MessagesEach, ids.Distinct().Count());
            Assert.All(ids, id => Assert.Single(seller.Transcript, a => (string?)a["id"] == id));
            Assert.All(ids, id => Assert.Single(seller.Transcript, a => (string?)a["replyToId"] == id));
            Assert.Equal(MessagesEach, seller.Transcript.Count(a => (string?)a["from"]?["role"] == "user"));
            Assert.Equal(ids, seller.Transcript.Where(a => (string?)a["from"]?["role"] == "user").Select(a => (string)a["id"]!));
        }
    }

    private static async Task<IReadOnlyList<string>> WriteAsync(Seller seller, Action accepted)
    {
        var ids = new List<string>();
        for (var number = 0; number < MessagesEach; number++)
        {
            var message = new JsonObject
            {
                ["type"] = "message",
                ["text"] = "thanks",
                ["channelData"] = new JsonObject { ["clientActivityID"] = $"message-{number}" },
            };
            ids.Add(await DeliverAsync(seller, message));
            accepted();
        }

        return ids;
    }

    /// <summary>As a client does that heard no answer: the same message again, until it is confirmed.</summary>
    private static async Task<string> DeliverAsync(Seller seller, JsonObject message)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(30));
        while (true)
        {
            await timer.WaitForNextTickAsync(deadline.Token);
            try
            {
                return await seller.PostAsync((JsonObject)message.DeepClone());
            }
            catch (HttpRequestException exception) when (exception.StatusCode is null)
            {
                // No answer: the process is gone, before or after it stored the message.
            }
        }
    }
}
