using System.Text.Json.Nodes;
using SupportBot.Testing.Drivers;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.Stories;

/// <summary>A case that nobody of the team answers in the stated time.</summary>
public sealed class WaitingCaseTests
{
    private const string BotBack = "Carry on with the assistant";

    private static readonly Dictionary<string, string> s_impatient = new() { ["Support:Escalation:BotBackAfter"] = "00:00:01" };

    [Fact]
    public async Task Seller_goes_on_with_the_bot_and_comes_back_to_the_same_case()
    {
        await using var host = await SupportBotHost.StartAsync(s_impatient);
        var seller = await Seller.OpenChatAsync(host.Http, "velvet-fox", "milo");
        await seller.ChooseAsync("Talk to a person");
        await seller.HearAsync("nobody from our team has been able to answer");
        Assert.Contains(BotBack, seller.Choices);

        await seller.ChooseAsync(BotBack);
        Assert.Contains("keeps its place", Heard(seller), StringComparison.Ordinal);
        Assert.Equal("bot", await OwnerAsync(host, seller));
        await seller.SayAsync("my settlement won't send");
        Assert.Contains("no account", Heard(seller), StringComparison.Ordinal);
        Assert.Equal("waiting", (string?)(await TicketAsync(host, seller))["status"]);

        await seller.SayAsync("I want to talk to a person");
        Assert.Contains("is still with our team", Heard(seller), StringComparison.Ordinal);
        Assert.Equal("waiting", await OwnerAsync(host, seller));
        var history = (await TicketAsync(host, seller))["history"]!.AsArray().Select(line => (string?)line!["event"]).ToList();
        Assert.Contains("went on with the bot while waiting", history);
        Assert.Contains(history, line => line!.StartsWith("wants support again: ", StringComparison.Ordinal));
        await seller.HearAsync("nobody from our team has been able to answer");
    }

    [Fact]
    public async Task Out_of_hours_the_seller_is_told_when_the_team_is_back_in_their_own_time()
    {
        await using var host = await SupportBotHost.StartAsync(new Dictionary<string, string> { ["Demo:Now"] = "2026-03-28T12:00:00Z" });
        var seller = await Seller.OpenChatAsync(host.Http, "little-harbour", timeZone: "Australia/Sydney");

        await seller.ChooseAsync("Talk to a person");

        // The team's clocks go forward that night, and Sydney's back a week later.
        const string When = "Our team is back on Monday, 30 March at 19:00 (your time); your case waits until then.";
        Assert.Contains(When, (string?)seller.Replies[^1]["text"], StringComparison.Ordinal);
        Assert.Contains(When, seller.Replies[^1]["attachments"]!.ToJsonString(), StringComparison.Ordinal);
        await seller.SayAsync("it is urgent");
        Assert.Contains(When, Heard(seller), StringComparison.Ordinal);
    }

    private static string Heard(Seller seller) => string.Join('\n', seller.Replies.Select(reply => reply.ToJsonString()));

    private static async Task<string?> OwnerAsync(SupportBotHost host, Seller seller) => (string?)(await host.GetAsync($"api/conversations/{seller.ConversationId}"))!["owner"];

    private static async Task<JsonNode> TicketAsync(SupportBotHost host, Seller seller) =>
        Assert.Single((await host.GetAsync("api/tickets"))!.AsArray(), ticket => (string?)ticket!["conversationId"] == seller.ConversationId)!;
}
