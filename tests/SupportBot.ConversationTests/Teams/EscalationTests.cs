using System.Text.Json.Nodes;
using SupportBot.Testing.Fakes.Teams;
using Xunit;

namespace SupportBot.ConversationTests.Teams;

/// <summary>From a seller's wish for a person to the end of the case, with agents in Teams.</summary>
public sealed class EscalationTests
{
    [Fact]
    public async Task A_case_appears_in_the_channel_with_what_an_agent_needs_and_the_seller_hears_who_takes_it()
    {
        await using var its = await Escalation.InTeamsAsync();

        Assert.Equal(FakeTeam.ChannelId, its.Thread.Split(';')[0]);
        var text = its.Card.Card!.ToJsonString();
        Assert.All([its.Reference, "Koala Crafts", "Shopify AU", "nobody has it yet"], words => Assert.Contains(words, text, StringComparison.OrdinalIgnoreCase));
        await its.Seller.NoticeAsync(async () => await its.PressAsync(its.Priya, "Claim"));

        Assert.Contains("Priya", (string?)its.Seller.Replies[^1]["text"], StringComparison.Ordinal);
        var ticket = await its.TicketAsync();
        Assert.Equal(("claimed", "Priya Shah"), ((string?)ticket["status"], (string?)ticket["agent"]));
        Assert.Equal("agent:Priya Shah", await its.OwnerAsync());
        await its.CardShowsAsync("Priya Shah has it");
    }

    [Fact]
    public async Task Words_go_both_ways_under_the_agents_first_name_and_the_bot_stays_silent()
    {
        await using var its = await Escalation.InTeamsAsync();
        await its.PressAsync(its.Priya, "Claim");

        await its.Seller.NoticeAsync(() => its.Priya.ReplyAsync(its.Thread, "Hello, I am looking at it now."));
        var heard = its.Seller.Replies[^1];
        await its.Seller.PostAsync(new JsonObject { ["type"] = "message", ["text"] = "Thank you Priya, take your time" });
        await its.ThreadShowsAsync("Thank you Priya, take your time");
        await its.Seller.ReadAsync();

        Assert.Equal(("Hello, I am looking at it now.", "Priya"), ((string?)heard["text"], (string?)heard["from"]!["name"]));
        Assert.Equal("bot", (string?)heard["from"]!["role"]);
        Assert.StartsWith("agent:", (string?)heard["from"]!["id"], StringComparison.Ordinal);
        Assert.DoesNotContain(its.Seller.Transcript, activity => activity.ToJsonString().Contains(FakeTeam.Priya.EntraId, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("Thank you Priya, take your time", (string?)its.Seller.Transcript[^1]["text"]);
    }

    [Fact]
    public async Task The_loser_of_a_race_is_told_who_was_first_and_a_stale_press_does_no_harm()
    {
        await using var its = await Escalation.InTeamsAsync();
        var shown = (JsonObject)its.Card.Card!.DeepClone();

        var answers = await Task.WhenAll(its.PressAsync(its.Priya, shown, "Claim"), its.PressAsync(its.Tom, shown, "Claim"));

        var words = Assert.Single(answers, answer => (string?)answer["type"] == "application/vnd.microsoft.activity.message");
        Assert.Single(answers, answer => (string?)answer["type"] == "application/vnd.microsoft.card.adaptive");
        var winner = (string)(await its.TicketAsync())["agent"]!;
        Assert.StartsWith($"{winner} was first and claimed it.", (string?)words["value"], StringComparison.Ordinal);
        Assert.Equal($"agent:{winner}", await its.OwnerAsync());
        await its.CardShowsAsync($"{winner} has it");
    }

    [Fact]
    public async Task What_begins_with_the_marker_stays_among_agents()
    {
        await using var its = await Escalation.InTeamsAsync();
        await its.Priya.SayAsync(its.Thread, "// this seller owes us a coffee");
        await its.Seller.NoticeAsync(() => its.Priya.SayAsync(its.Thread, "Hello there"));

        var seen = new JsonArray([.. its.Seller.Transcript.Select(a => a.DeepClone())]).ToJsonString() + (await its.Bot.Host.GetAsync($"api/conversations/{its.Seller.ConversationId}"))!.ToJsonString();
        Assert.DoesNotContain("coffee", seen, StringComparison.Ordinal);
        Assert.Equal("claimed", (string?)(await its.TicketAsync())["status"]);
    }

    [Fact]
    public async Task Nobody_but_the_team_gets_in()
    {
        await using var its = await Escalation.InTeamsAsync();
        var stranger = new Testing.Drivers.TeamsAgent(its.Bot.Host.Http, its.Teams, FakeTeam.Stranger, its.Bot.GoodToken);

        var pressed = await its.PressAsync(stranger, "Claim");
        await stranger.SayAsync(its.Thread, "Let me in");
        await its.ThreadShowsAsync("Only members of the support team");

        Assert.StartsWith("Only members of the support team", (string?)pressed["value"], StringComparison.Ordinal);
        Assert.Equal("waiting", (string?)(await its.TicketAsync())["status"]);
        await its.Seller.ReadAsync();
        Assert.DoesNotContain(its.Seller.Transcript, activity => (string?)activity["text"] == "Let me in");
    }

    [Fact]
    public async Task An_answer_after_the_end_asks_before_the_case_is_opened_again()
    {
        await using var its = await Escalation.InTeamsAsync();
        await its.PressAsync(its.Priya, "Claim");
        await its.CardShowsAsync("Priya Shah has it");
        await its.PressAsync(its.Priya, "Resolve it", ("outcome-resolve", "solved"));
        await its.CardShowsAsync("resolved");

        await its.Tom.ReplyAsync(its.Thread, "One more thing: please update the app.");
        var question = await its.Teams.UntilAsync(teams => teams.Messages.FirstOrDefault(m => m.Id != its.Card.Id && m.Card is not null), "the question");
        Assert.DoesNotContain(its.Seller.Transcript, a => ((string?)a["text"])?.Contains("One more thing", StringComparison.Ordinal) == true);
        var send = CardButton.Find(question.Card!, "Reopen and send it");
        await its.Seller.NoticeAsync(async () => await its.Tom.ExecuteAsync(question, (string)send["verb"]!, (JsonObject)send["data"]!.DeepClone()));

        await its.Seller.HearAsync("One more thing: please update the app.");
        Assert.Equal(("claimed", "Tom Webb"), ((string?)(await its.TicketAsync())["status"], (string?)(await its.TicketAsync())["agent"]));
        await its.Teams.UntilAsync(_ => question.Updates > 0 ? question : null, "the answered question");
    }

    [Fact]
    public async Task Two_answers_after_the_end_are_both_sent_by_whoever_opens_the_case_again_and_none_twice()
    {
        await using var its = await Escalation.InTeamsAsync();
        await its.PressAsync(its.Priya, "Resolve it", ("outcome-resolve", "solved"));
        await its.CardShowsAsync("resolved");
        await its.Tom.ReplyAsync(its.Thread, "One more thing");
        await its.Tom.ReplyAsync(its.Thread, "And another");
        await its.Teams.UntilAsync(teams => Questions(its) is { Count: 2 } ? teams : null, "two questions");
        var questions = Questions(its).Select(message => (Message: message, Send: (JsonObject)CardButton.Find(message.Card!, "Reopen and send it").DeepClone())).ToList();

        foreach (var (message, send) in questions.Append(questions[1]))
        {
            await its.Tom.ExecuteAsync(message, (string)send["verb"]!, (JsonObject)send["data"]!.DeepClone());
        }

        await its.Seller.HearAsync("And another");
        Assert.Equal(["One more thing", "And another"], its.Seller.Transcript.Select(a => (string?)a["text"]).Where(text => text is "One more thing" or "And another"));
        Assert.Single(await its.HistoryAsync(), line => line == "agent:Tom Webb: reopened it");
        var (first, again) = (questions[0].Message, (JsonObject)questions[0].Send["data"]!.DeepClone());
        using var refused = await its.Priya.ExecuteAsync(first, (string)questions[0].Send["verb"]!, again);
        Assert.Contains("has this message already", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Support_acts_from_the_card_and_the_result_lands_in_the_thread_and_with_the_seller()
    {
        await using var its = await Escalation.InTeamsAsync();

        await its.PressAsync(its.Priya, "Reconnect it now", ("reason-reconnect-channel", "The link dropped"));

        await its.ThreadShowsAsync("nothing left for support");
        await its.Seller.HearAsync("renewed this channel's link");
        Assert.Equal("returned", (string?)(await its.TicketAsync())["status"]);
    }

    /// <summary>In the order in which they were asked, answered ones too.</summary>
    private static List<FakeMessage> Questions(Escalation its) => [.. its.Teams.Messages.Where(m => m.Id != its.Card.Id && m.Card is not null)];
}
