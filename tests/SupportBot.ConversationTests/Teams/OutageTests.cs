using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SupportBot.Testing.Fakes.Teams;
using Xunit;

namespace SupportBot.ConversationTests.Teams;

/// <summary>Teams is away for a while, or somebody deletes there what the product put up: nothing is lost and nothing is out of order.</summary>
public sealed class OutageTests
{
    private static readonly string[] s_words = ["First I changed the mapping", "Then I sent it again", "It still is not in Xero"];

    [Theory]
    [InlineData(503, "busy-503")]
    [InlineData(null, "unreachable")]
    public async Task What_waits_for_Teams_is_shown_with_age_and_error_and_arrives_in_order(int? status, string error)
    {
        await using var its = await Escalation.StartAsync(installed: false);
        (its.Teams.Outage, its.Teams.IsUnreachable) = (status, status is null);
        await its.Priya.InstallAsync();
        foreach (var words in s_words)
        {
            await its.Seller.SayAsync(words);
        }

        await its.Seller.WaitAsync(async () => (await WaitingAsync(its)).Any(kind => (string?)kind!["lastError"] == error), "the error in /health/ready");
        var waiting = await WaitingAsync(its);
        Assert.Equal(["ticket-card", "ticket-post"], waiting.Select(kind => (string?)kind!["kind"]).Order());
        Assert.All(waiting, kind => Assert.InRange((long)kind!["oldestSeconds"]!, 0, 600));
        var listed = (await its.Bot.Host.GetAsync("api/outbox?state=pending"))!.AsArray();
        Assert.Equal(its.Reference, Assert.Single(listed.Select(item => (string?)item!["ticketReference"]).Distinct()));
        Assert.Contains(listed, item => (string?)item!["lastError"] == error && (long)item["ageSeconds"]! >= 0 && item["nextAttemptAt"] is not null);
        Assert.Empty(its.Teams.Messages);

        (its.Teams.Outage, its.Teams.IsUnreachable) = (null, false);

        await its.FindCardAsync();
        await its.ThreadShowsAsync(s_words[^1]);
        AssertInOrder(its);
        Assert.Single(its.Teams.Threads);
    }

    [Fact]
    public async Task A_bot_that_was_removed_is_reported_and_not_tried_again_until_it_is_added()
    {
        await using var its = await Escalation.InTeamsAsync();
        its.Teams.Outage = 403;
        foreach (var words in s_words)
        {
            await its.Seller.SayAsync(words);
        }

        await its.Seller.WaitAsync(
            async () => (await its.Bot.Host.GetAsync("api/outbox"))!.AsArray().Count(item => (string?)item!["kind"] == "ticket-post") == s_words.Length, "the posts that were given up");
        Assert.All((await its.Bot.Host.GetAsync("api/outbox"))!.AsArray(), item => Assert.Equal("bot-removed", (string?)item!["lastError"]));
        Assert.Equal("degraded", (string?)(await HealthAsync(its))["status"]);
        Assert.All((await its.Bot.Host.GetAsync("api/outbox"))!.AsArray(), item => Assert.Equal((1, true), ((int)item!["attempts"]!, item["nextAttemptAt"] is null)));

        its.Teams.Outage = null;
        await its.Priya.InstallAsync();

        await its.ThreadShowsAsync(s_words[^1]);
        AssertInOrder(its);
        Assert.Single(its.Teams.Threads);
        await its.Seller.WaitAsync(async () => (string?)(await HealthAsync(its))["status"] == "ready", "good health");
    }

    [Fact]
    public async Task A_case_goes_on_in_the_team_to_which_the_bot_has_moved()
    {
        await using var its = await Escalation.InTeamsAsync();
        var before = its.Thread;
        its.Teams.Leave(FakeTeam.ChannelId);
        its.Teams.Leave(FakeTeam.TeamId);
        await its.Priya.SendAsync(its.Priya.Activity("installationUpdate", FakeTeam.TeamId, activity => activity["action"] = "remove"));
        await its.Seller.SayAsync(s_words[0]);
        await its.Seller.WaitAsync(
            async () => (await its.Bot.Host.GetAsync("api/outbox"))!.AsArray().Any(item => (string?)item!["lastError"] == "bot-removed"), "the post that was given up");

        await its.Priya.SendAsync(its.Priya.Activity("installationUpdate", FakeTeam.OtherTeamId, activity =>
        {
            activity["action"] = "add";
            activity["channelData"]!["team"]!["id"] = FakeTeam.OtherTeamId;
        }));

        await its.Teams.UntilAsync(teams => teams.Threads.LastOrDefault(m => m.ConversationId != before), "a thread in the other team");
        await its.FindCardAsync();
        Assert.StartsWith(FakeTeam.OtherTeamId, its.Thread, StringComparison.Ordinal);
        await its.ThreadShowsAsync(s_words[0]);
        await its.PressAsync(its.Priya, "Claim");
        Assert.Equal("agent:Priya Shah", await its.OwnerAsync());
    }

    [Fact]
    public async Task A_card_that_was_deleted_is_posted_anew_in_its_thread()
    {
        await using var its = await Escalation.InTeamsAsync();
        its.Card.Delete();

        await its.PressAsync(its.Priya, "Claim");

        var anew = await its.Teams.UntilAsync(teams => teams.Messages.FirstOrDefault(m => m.Id != its.Card.Id && m.Card is not null), "the card anew");
        Assert.Equal(its.Thread, anew.ConversationId);
        Assert.Contains("Priya Shah has it", anew.Card!.ToJsonString(), StringComparison.Ordinal);
        await its.PressAsync(its.Priya, anew.Card, "Return to the bot");
        await its.Teams.UntilAsync(_ => anew.Updates > 0 ? anew : null, "the new card kept as the ticket is");
        Assert.Single(its.Teams.Threads);
    }

    [Fact]
    public async Task A_thread_that_was_deleted_is_begun_anew_and_is_the_address_from_then_on()
    {
        await using var its = await Escalation.InTeamsAsync();
        await its.PressAsync(its.Priya, "Claim");
        await its.CardShowsAsync("Priya Shah has it");
        its.Teams.DeleteThread(its.Thread);

        await its.Seller.PostAsync(new JsonObject { ["type"] = "message", ["text"] = s_words[0] });

        var begun = await its.Teams.UntilAsync(teams => teams.Threads is [_, var second] ? second : null, "a second thread");
        await its.Teams.UntilAsync(teams => teams.Messages.FirstOrDefault(m => m.ConversationId == begun.ConversationId && m.Text.Contains(s_words[0], StringComparison.Ordinal)), "the words in it");
        await its.Seller.NoticeAsync(() => its.Priya.ReplyAsync(begun.ConversationId, "I am still here."));
        Assert.Equal("I am still here.", (string?)its.Seller.Replies[^1]["text"]);
    }

    [Fact]
    public async Task Where_an_answer_was_lost_nothing_is_missing_and_either_card_works()
    {
        await using var its = await Escalation.StartAsync(installed: false);
        its.Teams.LoseAnswer();
        await its.Priya.InstallAsync();
        var unheardOf = (await its.Teams.UntilAsync(teams => teams.Threads is { Count: 2 } both ? both : null, "two threads"))[0];
        await its.FindCardAsync();
        Assert.NotEqual(its.Thread, unheardOf.ConversationId);

        var (verb, data) = CardButton.Fill(unheardOf.Card!, "Claim");
        using var answer = await its.Priya.ExecuteAsync(unheardOf, verb, data);

        Assert.Contains("Priya Shah has it", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await its.CardShowsAsync("Priya Shah has it");
        its.Teams.LoseAnswer();
        await its.Seller.PostAsync(new JsonObject { ["type"] = "message", ["text"] = s_words[0] });
        await its.Seller.PostAsync(new JsonObject { ["type"] = "message", ["text"] = s_words[1] });
        await its.ThreadShowsAsync(s_words[0]);
        await its.ThreadShowsAsync(s_words[1]);
    }

    private static void AssertInOrder(Escalation its)
    {
        var said = its.Teams.Messages.Where(m => m.ConversationId == its.Thread).Select(m => m.Text).Where(text => s_words.Any(words => text.EndsWith(words, StringComparison.Ordinal))).ToList();
        Assert.Equal(s_words.Length, said.Count);
        Assert.All(said.Zip(s_words), pair => Assert.EndsWith(pair.Second, pair.First, StringComparison.Ordinal));
    }

    private static async Task<JsonObject> HealthAsync(Escalation its) => (await its.Bot.Host.Http.GetFromJsonAsync<JsonObject>("health/ready"))!;

    private static async Task<JsonArray> WaitingAsync(Escalation its) => (await HealthAsync(its))["waiting"]?.AsArray() ?? [];
}
