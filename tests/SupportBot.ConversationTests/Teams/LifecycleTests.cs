using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SupportBot.Escalation.Lifecycle;
using SupportBot.Testing.Drivers;
using SupportBot.Testing.Fakes.Teams;
using SupportBot.Turns.Desk;
using Xunit;

namespace SupportBot.ConversationTests.Teams;

/// <summary>What agents make of a ticket with the buttons of its card, and who is told of it.</summary>
public sealed class LifecycleTests(SharedTeams shared) : IClassFixture<SharedTeams>
{
    [Fact]
    public async Task A_case_that_is_given_to_a_colleague_calls_them_and_is_theirs()
    {
        var its = await Escalation.OnAsync(shared.Bot);
        await its.PressAsync(its.Priya, "Claim");
        await its.CardShowsAsync("Priya Shah has it");

        await its.PressAsync(its.Priya, "Give it to them", ("agent-assign", FakeTeam.Tom.EntraId));

        var call = await its.ThreadShowsAsync("was given to you");
        Assert.Equal(FakeTeam.Tom.Id, (string?)Assert.Single(call.Activity["entities"]!.AsArray())!["mentioned"]!["id"]);
        Assert.Contains("<at>Tom Webb</at>", call.Text, StringComparison.Ordinal);
        await its.Seller.HearAsync("Tom");
        await its.CardShowsAsync("Priya Shah assigned it to Tom Webb");
        Assert.Equal("agent:Tom Webb", await its.OwnerAsync());
        var refused = await its.PressAsync(its.Priya, "Resolve it", ("outcome-resolve", "solved"));
        Assert.StartsWith("Tom Webb has it", ((string)refused["value"]!).Replace(its.Reference, "it", StringComparison.Ordinal), StringComparison.Ordinal);
        await its.PressAsync(its.Tom, "Resolve it", ("outcome-resolve", "solved"));
        Assert.Equal("resolved", await its.StatusAsync());
    }

    [Fact]
    public async Task Back_with_the_bot_an_old_question_does_not_fire()
    {
        var its = await Escalation.OnAsync(shared.Bot);
        await its.PressAsync(its.Priya, "Resolve it", ("outcome-resolve", "not-a-fault"));
        await its.Seller.SayAsync("my settlement won't send");
        Assert.Contains("Send to support", its.Seller.Choices);
        await its.AskForPersonAsync();
        await its.FindCardAsync();
        await its.PressAsync(its.Priya, "Claim");
        await its.CardShowsAsync("Priya Shah has it");

        await its.Seller.NoticeAsync(() => its.PressAsync(its.Priya, "Return to the bot"));
        Assert.Equal("bot", await its.OwnerAsync());
        await its.CardShowsAsync("Priya Shah returned it to the bot");
        await its.Seller.SayAsync("yes");

        Assert.Equal(("bot", "returned"), (await its.OwnerAsync(), await its.StatusAsync()));
        Assert.DoesNotContain((await shared.Bot.Host.GetAsync("api/tickets?status=waiting"))!.AsArray(), t => (string?)t!["conversationId"] == its.Seller.ConversationId);
    }

    [Fact]
    public async Task A_case_that_is_put_off_waits_again_when_its_time_has_come()
    {
        var its = await Escalation.OnAsync(shared.Bot);
        await its.PressAsync(its.Priya, "Claim");
        await its.CardShowsAsync("Priya Shah has it");

        await its.Seller.NoticeAsync(() => its.PressAsync(its.Priya, "Snooze it", ("until-snooze", "PT1H")));
        Assert.Contains("Priya", (string?)its.Seller.Replies[^1]["text"], StringComparison.Ordinal);
        Assert.Equal(("snoozed", "waiting"), (await its.StatusAsync(), await its.OwnerAsync()));
        await its.CardShowsAsync("It is put off until");
        await its.BringForwardAsync("Snoozed");

        var call = await its.ThreadShowsAsync("was put off until now");
        Assert.Equal(FakeTeam.Priya.Id, (string?)Assert.Single(call.Activity["entities"]!.AsArray())!["mentioned"]!["id"]);
        await its.CardShowsAsync("Nobody has it yet");
        Assert.Equal("waiting", await its.StatusAsync());
    }

    [Fact]
    public async Task A_case_that_is_put_off_can_be_put_off_anew_and_given_to_somebody()
    {
        var its = await Escalation.OnAsync(shared.Bot);
        await its.PressAsync(its.Priya, "Snooze it", ("until-snooze", "PT1H"));
        await its.CardShowsAsync("It is put off until");

        await its.PressAsync(its.Priya, "Snooze it", ("until-snooze", "P7D"));
        Assert.Equal(2, (await its.HistoryAsync()).Where(line => line.StartsWith("agent:Priya Shah: put it off until", StringComparison.Ordinal)).Distinct().Count());
        await its.Teams.UntilAsync(_ => (int?)CardButton.Find(its.Card.Card!, "Claim")["data"]!["statusNumber"] == 2 ? its.Card : null, "the card as it is now");
        await its.PressAsync(its.Priya, "Give it to them", ("agent-assign", FakeTeam.Tom.EntraId));

        Assert.Equal("agent:Tom Webb", await its.OwnerAsync());
    }

    [Fact]
    public async Task A_press_that_is_refused_when_nobody_waits_for_its_answer_any_more_is_answered_in_the_thread()
    {
        var its = await Escalation.OnAsync(shared.Bot);
        await its.PressAsync(its.Priya, "Claim");
        var late = new AgentAct(its.Reference, new SupportAgent(FakeTeam.Tom.EntraId, FakeTeam.Tom.Name), AgentVerb.Claim) { Shown = 0 };
        await its.AcceptedEarlierAsync(late, TimeSpan.FromSeconds(30));

        await its.Seller.PostAsync(new JsonObject { ["type"] = "message", ["text"] = "Are you there?" });

        await its.ThreadShowsAsync("Tom Webb, what you pressed a moment ago was not done. Priya Shah was first and claimed it.");
    }

    [Fact]
    public async Task Whoever_has_a_case_is_not_among_those_it_can_be_given_to_and_who_knows_it_stands_first()
    {
        await using var its = await Escalation.InTeamsAsync();
        Assert.Equal(["Priya Shah", "Tom Webb"], Assignees(its.Card.Card!));
        await its.PressAsync(its.Tom, "Claim");
        await its.CardShowsAsync("Tom Webb has it");
        Assert.Equal(["Priya Shah"], Assignees(its.Card.Card!));

        await its.PressAsync(its.Tom, "Return to the bot");
        await its.CardShowsAsync("Take it back");
        await its.PressAsync(its.Priya, "Take it back");
        await its.CardShowsAsync("Priya Shah has it");
        its.Teams.Members.Insert(0, new AgentAccount("29:1ada", "11111111-aaaa-4bbb-8ccc-000000000004", "Ada First"));
        await its.PressAsync(new TeamsAgent(its.Bot.Host.Http, its.Teams, its.Teams.Members[0], its.Bot.GoodToken), "Resolve it", ("outcome-resolve", "solved"));
        await its.PressAsync(its.Priya, "Snooze it", ("until-snooze", "PT1H"));
        await its.CardShowsAsync("It is put off until");

        Assert.Equal(["Priya Shah", "Tom Webb", "Ada First"], Assignees(its.Card.Card!));
    }

    [Fact]
    public async Task A_case_that_is_put_off_waits_again_when_the_seller_writes()
    {
        var its = await Escalation.OnAsync(shared.Bot);
        await its.PressAsync(its.Priya, "Snooze it", ("until-snooze", "next-opening"));
        await its.CardShowsAsync("It is put off until");

        await its.Seller.SayAsync("It has just happened again");

        await its.ThreadShowsAsync("It has just happened again");
        Assert.Equal("waiting", await its.StatusAsync());
        await its.CardShowsAsync("Nobody has it yet");
    }

    [Fact]
    public async Task A_case_ends_with_an_outcome_and_a_note_among_agents_and_can_be_opened_again()
    {
        var its = await Escalation.OnAsync(shared.Bot);
        await its.PressAsync(its.Priya, "Claim");
        await its.CardShowsAsync("Priya Shah has it");

        await its.Seller.NoticeAsync(() => its.PressAsync(its.Priya, "Resolve it", ("outcome-resolve", "seller-fixed"), ("comment-resolve", "Told them twice")));
        await its.CardShowsAsync("It is resolved (the seller put it right)");
        Assert.Equal(("resolved", "bot"), (await its.StatusAsync(), await its.OwnerAsync()));
        Assert.Contains("agent:Priya Shah: resolved it: the seller put it right (Told them twice)", await its.HistoryAsync());
        Assert.DoesNotContain("Told them twice", new JsonArray([.. its.Seller.Transcript.Select(a => a.DeepClone())]).ToJsonString(), StringComparison.Ordinal);

        await its.Seller.NoticeAsync(() => its.PressAsync(its.Tom, "Reopen"));
        Assert.Equal(("waiting", "waiting"), (await its.StatusAsync(), await its.OwnerAsync()));
        await its.CardShowsAsync("Tom Webb reopened it");
    }

    [Fact]
    public async Task No_button_of_an_old_card_changes_anything()
    {
        var its = await Escalation.OnAsync(shared.Bot);
        var old = (JsonObject)its.Card.Card!.DeepClone();
        await its.PressAsync(its.Priya, "Claim");
        var before = await its.HistoryAsync();
        (string Title, (string, string)[] Inputs)[] presses =
        [
            ("Claim", []),
            ("Give it to them", [("agent-assign", FakeTeam.Tom.EntraId)]),
            ("Snooze it", [("until-snooze", "P1D")]),
            ("Resolve it", [("outcome-resolve", "solved")]),
            ("Return to the bot", []),
            ("Reconnect it now", [("reason-reconnect-channel", "The link dropped")]),
        ];

        Assert.Equal(presses.Select(press => press.Title).Order(), CardButton.All(old).Select(action => (string)action["title"]!).Where(title => title != "Reset it now" && title != "Rerun them now").Order());
        foreach (var (title, inputs) in presses)
        {
            var answer = await its.PressAsync(its.Tom, old, title, inputs);
            Assert.Equal("application/vnd.microsoft.activity.message", (string?)answer["type"]);
            Assert.StartsWith("Priya Shah was first and claimed it.", (string?)answer["value"], StringComparison.Ordinal);
        }

        Assert.Equal(before, await its.HistoryAsync());
        Assert.Equal("agent:Priya Shah", await its.OwnerAsync());
    }

    [Theory]
    [InlineData("Give it to them", "choose a member")]
    [InlineData("Snooze it", "choose until when")]
    [InlineData("Resolve it", "choose how it ended")]
    [InlineData("Reconnect it now", "say why")]
    public async Task A_form_that_is_not_filled_in_says_what_is_missing(string title, string missing)
    {
        var its = await Escalation.OnAsync(shared.Bot);
        var before = await its.HistoryAsync();

        var answer = await its.PressAsync(its.Tom, title);

        Assert.Contains(missing, (string?)answer["value"], StringComparison.Ordinal);
        Assert.Equal(before, await its.HistoryAsync());
    }

    [Fact]
    public async Task A_client_that_knows_only_Submit_gets_the_same_as_one_with_Execute()
    {
        var its = await Escalation.OnAsync(shared.Bot);
        var (_, claim) = CardButton.Fill(its.Card.Card!, "Claim");

        await its.Priya.SubmitAsync(its.Card, claim);
        await its.CardShowsAsync("Priya Shah has it");
        await its.Tom.SubmitAsync(its.Card, claim);

        await its.ThreadShowsAsync("Priya Shah was first and claimed it.");
        Assert.Equal("agent:Priya Shah", await its.OwnerAsync());
    }

    [Fact]
    public async Task The_case_of_a_person_who_has_left_the_account_can_be_closed()
    {
        await using var its = await Escalation.InTeamsAsync();
        await using (var db = await its.OpenDatabaseAsync())
        {
            Assert.NotEqual(0, await db.SellerUsers.Where(user => user.SellerId == Escalation.SellerId).ExecuteDeleteAsync());
        }

        await its.PressAsync(its.Priya, "Resolve it", ("outcome-resolve", "no-reply"));

        await its.CardShowsAsync("It is resolved (the seller did not reply)");
        Assert.Equal("resolved", await its.StatusAsync());
    }

    [Fact]
    public async Task News_for_a_person_who_has_left_the_account_holds_up_nothing()
    {
        await using var its = await Escalation.InTeamsAsync();
        await using (var db = await its.OpenDatabaseAsync())
        {
            await db.SellerUsers.Where(user => user.SellerId == Escalation.SellerId).ExecuteDeleteAsync();
        }

        await its.PressAsync(its.Priya, "Reconnect it now", ("reason-reconnect-channel", "The link dropped"));
        await its.ThreadShowsAsync("nothing left for support");
        await its.CardShowsAsync("The bot has it again");
        await its.PressAsync(its.Priya, "Resolve it", ("outcome-resolve", "no-reply"));

        await its.CardShowsAsync("It is resolved (the seller did not reply)");
        await its.Bot.Host.Http.GetStringAsync(new Uri("health/ready", UriKind.Relative));
        await using var after = await its.OpenDatabaseAsync();
        Assert.False(await after.Inbox.AnyAsync(e => e.State == SupportBot.Storage.Conversations.InboxState.Pending && e.DueAt == null));
    }

    [Fact]
    public async Task One_conversation_has_one_case_and_its_earlier_one_stays_as_it_is()
    {
        var its = await Escalation.OnAsync(shared.Bot);
        await its.PressAsync(its.Priya, "Claim");
        await its.CardShowsAsync("Priya Shah has it");
        await its.PressAsync(its.Priya, "Return to the bot");
        await its.CardShowsAsync("Take it back");
        var (earlier, card) = (its.Reference, its.Card);
        await its.AskForPersonAsync();
        await its.FindCardAsync();
        await its.PressAsync(its.Tom, "Claim");

        var (verb, data) = CardButton.Fill(card.Card!, "Take it back");
        await its.Priya.ExecuteAsync(card, verb, data);
        await its.Priya.ReplyAsync(card.ConversationId, "This is for the older case");

        await its.Teams.UntilAsync(teams => teams.Messages.FirstOrDefault(m => m.ConversationId == card.ConversationId && m.Text.Contains(its.Reference, StringComparison.Ordinal) && m.Text.Contains("not passed on", StringComparison.Ordinal)), "the refusal");
        Assert.Equal("returned", (string?)(await its.Bot.Host.GetAsync($"api/tickets/{earlier}"))!["status"]);
        Assert.Equal("agent:Tom Webb", await its.OwnerAsync());
    }

    private static IEnumerable<string?> Assignees(JsonObject card) =>
        CardButton.Find(card, "Give it to them").Parent!.Parent!["body"]!.AsArray().SelectMany(input => input!["choices"]!.AsArray()).Select(choice => (string?)choice!["title"]);
}
