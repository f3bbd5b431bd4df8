using SupportBot.Testing.Fakes.Teams;
using Xunit;

namespace SupportBot.ConversationTests.Teams;

/// <summary>What happens by itself when time has passed and nobody did anything.</summary>
public sealed class WatchTests
{
    [Fact]
    public async Task A_case_that_nobody_takes_is_called_to_mind_and_then_calls_whoever_is_on_call()
    {
        await using var its = await Escalation.InTeamsAsync(new Dictionary<string, string> { ["Support:Escalation:OnCall"] = FakeTeam.Tom.EntraId });

        await its.BringForwardAsync("Unclaimed");
        var reminder = await its.ThreadShowsAsync("Nobody has taken");
        Assert.Null(reminder.Activity["entities"]);

        await its.BringForwardAsync("OnCall");
        var call = await its.ThreadShowsAsync("is still waiting");
        var mention = Assert.Single(call.Activity["entities"]!.AsArray())!;
        Assert.Equal(("mention", FakeTeam.Tom.Id, "Tom Webb"), ((string?)mention["type"], (string?)mention["mentioned"]!["id"], (string?)mention["mentioned"]!["name"]));
        Assert.Contains((string)mention["text"]!, call.Text, StringComparison.Ordinal);
        Assert.Contains("system: called whoever is on call", await its.HistoryAsync());
    }

    [Fact]
    public async Task A_case_that_somebody_has_taken_calls_nobody()
    {
        await using var its = await Escalation.InTeamsAsync();
        await its.PressAsync(its.Priya, "Claim");
        await its.BringForwardAsync("Unclaimed");

        await its.Seller.NoticeAsync(() => its.Priya.ReplyAsync(its.Thread, "Good morning"));
        await its.Seller.WaitAsync(() => its.IsWorkedOffAsync("Unclaimed"), "the end of the reminder");

        Assert.DoesNotContain(its.Teams.Messages, m => m.Text.Contains("Nobody has taken", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_case_whose_agent_is_silent_can_be_taken_over_and_the_seller_hears_of_it()
    {
        await using var its = await Escalation.InTeamsAsync();
        await its.PressAsync(its.Priya, "Claim");
        await its.CardShowsAsync("Priya Shah has it");
        Assert.DoesNotContain(CardButton.All(its.Card.Card!), action => (string?)action["title"] == "Take it over");

        await its.BringForwardAsync("Silent");
        await its.ThreadShowsAsync("has not answered");
        await its.CardShowsAsync("Take it over");
        await its.Seller.HearAsync("able to answer you for a while");
        await its.PressAsync(its.Tom, "Take it over");

        await its.Seller.HearAsync("Tom");
        await its.CardShowsAsync("Tom Webb took it over");
        Assert.Equal("agent:Tom Webb", await its.OwnerAsync());
        await its.Priya.ReplyAsync(its.Thread, "Sorry, I am back");
        await its.ThreadShowsAsync("not passed on");
    }

    [Fact]
    public async Task An_agent_who_has_answered_was_not_silent()
    {
        await using var its = await Escalation.InTeamsAsync();
        await its.PressAsync(its.Priya, "Claim");
        await its.Seller.NoticeAsync(() => its.Priya.ReplyAsync(its.Thread, "Good morning"));

        await its.BringForwardAsync("Silent");
        await its.Seller.WaitAsync(() => its.IsWorkedOffAsync("Silent"), "the end of the watch");

        Assert.DoesNotContain(its.Teams.Messages, m => m.Text.Contains("has not answered", StringComparison.Ordinal));
        Assert.Equal("agent:Priya Shah", await its.OwnerAsync());
    }
}
