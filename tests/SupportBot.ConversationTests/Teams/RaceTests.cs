using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SupportBot.Testing.Fakes.Teams;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.Teams;

/// <summary>Two things at once, or one thing twice: there is one owner, and nothing is lost or doubled.</summary>
public sealed class RaceTests(SharedTeams shared) : IClassFixture<SharedTeams>
{
    [Fact]
    public async Task A_return_and_an_assignment_at_once_have_one_winner()
    {
        var its = await Escalation.OnAsync(shared.Bot);
        await its.PressAsync(its.Priya, "Claim");
        await its.CardShowsAsync("Priya Shah has it");
        var shown = (JsonObject)its.Card.Card!.DeepClone();

        var answers = await Task.WhenAll(
            its.PressAsync(its.Priya, shown, "Return to the bot"),
            its.PressAsync(its.Tom, shown, "Give it to them", ("agent-assign", FakeTeam.Tom.EntraId)));

        Assert.Single(answers, answer => (string?)answer["type"] == "application/vnd.microsoft.card.adaptive");
        Assert.Single(answers, answer => ((string?)answer["value"]?.ToString())?.Contains("was first", StringComparison.Ordinal) == true);
        var (status, owner) = (await its.StatusAsync(), await its.OwnerAsync());
        Assert.Contains((status, owner), new[] { ("returned", "bot"), ("claimed", "agent:Tom Webb") });
        await its.CardShowsAsync(status == "returned" ? "The bot has it again" : "Tom Webb has it");
    }

    [Fact]
    public async Task A_claim_and_a_return_at_once_have_one_winner()
    {
        var its = await Escalation.OnAsync(shared.Bot);
        var shown = (JsonObject)its.Card.Card!.DeepClone();

        var answers = await Task.WhenAll(its.PressAsync(its.Priya, shown, "Claim"), its.PressAsync(its.Tom, shown, "Return to the bot"));

        Assert.Single(answers, answer => (string?)answer["type"] == "application/vnd.microsoft.card.adaptive");
        Assert.Single(answers, answer => ((string?)answer["value"]?.ToString())?.Contains("was first", StringComparison.Ordinal) == true);
        var (status, owner) = (await its.StatusAsync(), await its.OwnerAsync());
        Assert.Contains((status, owner), new[] { ("claimed", "agent:Priya Shah"), ("returned", "bot") });
        await its.CardShowsAsync(status == "returned" ? "The bot has it again" : "Priya Shah has it");
    }

    [Fact]
    public async Task What_the_seller_writes_while_the_case_is_closed_reaches_the_agent_or_the_bot()
    {
        var its = await Escalation.OnAsync(shared.Bot);
        await its.PressAsync(its.Priya, "Claim");
        await its.CardShowsAsync("Priya Shah has it");

        var posting = its.Seller.PostAsync(new JsonObject { ["type"] = "message", ["text"] = "my settlement won't send" });
        await its.PressAsync(its.Priya, "Resolve it", ("outcome-resolve", "solved"));
        var id = await posting;

        Assert.Equal(("resolved", "bot"), (await its.StatusAsync(), await its.OwnerAsync()));
        bool InThread() => its.Teams.Messages.Any(m => m.ConversationId == its.Thread && m.Text.EndsWith("my settlement won't send", StringComparison.Ordinal));
        bool Answered() => its.Seller.Transcript.Any(a => (string?)a["replyToId"] == id && (string?)a["from"]!["role"] == "bot");
        await its.Seller.WaitAsync(() => InThread() || Answered(), "somebody who takes it");
        Assert.True(InThread() ^ Answered());
        Assert.Single(its.Seller.Transcript, a => (string?)a["id"] == id);
    }

    [Fact]
    public async Task A_message_that_Teams_delivers_twice_reaches_the_seller_once()
    {
        var its = await Escalation.OnAsync(shared.Bot);
        var message = its.Priya.Message(its.Thread, "Good morning, I have it now.", isMention: false);

        var answers = await Task.WhenAll(its.Priya.SendAsync(message), its.Priya.SendAsync(message));
        using var later = await its.Priya.SendAsync(message);

        Assert.All([.. answers, later], answer => Assert.Equal(200, (int)answer.StatusCode));
        await its.Seller.HearAsync("Good morning");
        await its.Seller.NoticeAsync(() => its.Priya.ReplyAsync(its.Thread, "And another word."));
        Assert.Single(its.Seller.Transcript, a => (string?)a["text"] == "Good morning, I have it now.");
        Assert.Single(await its.HistoryAsync(), line => line == "agent:Priya Shah: claimed it");
    }

    [Fact]
    public async Task A_press_that_Teams_delivers_twice_is_done_once_and_answered_alike()
    {
        var its = await Escalation.OnAsync(shared.Bot);
        var (verb, data) = CardButton.Fill(its.Card.Card!, "Claim");
        var press = its.Priya.Press(its.Card, verb, data);

        var answers = await Task.WhenAll(AnswerAsync(its, press), AnswerAsync(its, press));
        var later = await AnswerAsync(its, press);

        Assert.All([.. answers, later], answer => Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)answer["type"]));
        Assert.Single(await its.HistoryAsync(), line => line == "agent:Priya Shah: claimed it");
    }

    [Fact]
    public async Task A_support_action_that_two_agents_ask_for_at_once_is_done_once()
    {
        await using var its = await Escalation.InTeamsAsync();
        var shown = (JsonObject)its.Card.Card!.DeepClone();

        await Task.WhenAll(
            its.PressAsync(its.Priya, shown, "Reconnect it now", ("reason-reconnect-channel", "The link dropped")),
            its.PressAsync(its.Tom, shown, "Reconnect it now", ("reason-reconnect-channel", "It looks broken")));

        await its.ThreadShowsAsync("nothing left for support");
        Assert.Single(await its.HistoryAsync(), line => line.EndsWith("a reconnect of the channel was done", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Agents_may_reach_any_node()
    {
        using var folder = new TemporaryFolder();
        await using var its = await Escalation.InTeamsAsync(SharedTeams.WithoutRateLimits, folder);
        await using var elsewhere = await its.Bot.AnotherNodeAsync(folder, SharedTeams.WithoutRateLimits);
        var (verb, data) = CardButton.Fill(its.Card.Card!, "Claim");
        using var claimed = await elsewhere.Priya.ExecuteAsync(its.Card, verb, data);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)(await claimed.Content.ReadFromJsonAsync<JsonObject>())!["type"]);

        // A proxy that tries again too early: both nodes get every message.
        for (var number = 1; number <= 5; number++)
        {
            var message = its.Priya.Message(its.Thread, $"Line {number}", isMention: false);
            await Task.WhenAll(its.Priya.SendAsync(message), elsewhere.Priya.SendAsync(message));
        }

        await its.Seller.HearAsync("Line 5");
        Assert.Equal(
            Enumerable.Range(1, 5).Select(number => $"Line {number}"),
            its.Seller.Transcript.Select(a => (string?)a["text"]).Where(text => text?.StartsWith("Line ", StringComparison.Ordinal) == true));
        await its.Seller.On(elsewhere.Host.Http).PostAsync(new JsonObject { ["type"] = "message", ["text"] = "Thanks to you all" });
        await its.ThreadShowsAsync("Thanks to you all");
        Assert.Equal("agent:Priya Shah", await its.OwnerAsync());
        Assert.Single(its.Teams.Threads);
    }

    private static async Task<JsonObject> AnswerAsync(Escalation its, JsonObject press)
    {
        using var response = await its.Priya.SendAsync(press);
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }
}
