using SupportBot.Testing.Drivers;
using SupportBot.Testing.Fakes.Teams;
using Xunit;

namespace SupportBot.ConversationTests.Teams;

/// <summary>Who may act as an agent.</summary>
public sealed class RosterTests
{
    private static readonly AgentAccount s_kim = new("29:1kim-of-the-support-team", "11111111-aaaa-4bbb-8ccc-000000000003", "Kim Okoro");

    [Fact]
    public async Task Where_agents_are_named_only_they_get_in()
    {
        await using var its = await Escalation.InTeamsAsync(new Dictionary<string, string> { ["Support:Escalation:Agents"] = FakeTeam.Tom.EntraId.ToUpperInvariant() });

        var refused = await its.PressAsync(its.Priya, "Claim");
        Assert.StartsWith("Only members of the support team", (string?)refused["value"], StringComparison.Ordinal);
        Assert.Equal("waiting", await its.StatusAsync());

        await its.PressAsync(its.Tom, "Claim");
        Assert.Equal("agent:Tom Webb", await its.OwnerAsync());
        var choices = CardButton.Find(its.Card.Card!, "Give it to them").Parent!.Parent!.ToJsonString();
        Assert.DoesNotContain("Priya Shah", choices, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_on_a_later_page_and_one_who_was_added_since_get_in()
    {
        await using var its = await Escalation.InTeamsAsync();
        var kim = Agent(its, s_kim);
        Assert.StartsWith("Only members", (string?)(await its.PressAsync(Agent(its, FakeTeam.Stranger), "Claim"))["value"], StringComparison.Ordinal);

        its.Teams.Members.Add(s_kim);

        await its.PressAsync(kim, "Claim");
        Assert.Equal("agent:Kim Okoro", await its.OwnerAsync());
    }

    [Fact]
    public async Task While_nobody_can_be_judged_a_press_gets_words_and_a_message_is_to_be_delivered_again()
    {
        await using var its = await Escalation.StartAsync(installed: false);
        its.Teams.RosterOutage = 503;
        await its.Priya.InstallAsync();
        await its.FindCardAsync();
        var message = its.Priya.Message(its.Thread, "Can you hear me?", isMention: false);

        var refused = await its.PressAsync(its.Priya, "Claim");
        using var notNow = await its.Priya.SendAsync(message);

        Assert.StartsWith("I could not check with Teams", (string?)refused["value"], StringComparison.Ordinal);
        Assert.Equal((503, true), ((int)notNow.StatusCode, notNow.Headers.RetryAfter is not null));
        Assert.Equal("waiting", await its.StatusAsync());
        its.Teams.RosterOutage = null;
        await its.Seller.NoticeAsync(() => its.Seller.WaitAsync(
            async () =>
            {
                using var again = await its.Priya.SendAsync(message);
                return (int)again.StatusCode == 200;
            },
            "the message being taken"));

        Assert.Single(its.Seller.Transcript, a => (string?)a["text"] == "Can you hear me?");
        Assert.Equal("agent:Priya Shah", await its.OwnerAsync());
    }

    [Fact]
    public async Task Whoever_is_on_call_is_called_once_Teams_tells_who_they_are_and_a_stranger_is_named()
    {
        const string stranger = "11111111-aaaa-4bbb-8ccc-00000000000f";
        var settings = new Dictionary<string, string> { ["Support:Escalation:OnCall"] = $"{FakeTeam.Tom.EntraId}, {stranger}" };
        await using var its = await Escalation.StartAsync(settings, installed: false);
        its.Teams.RosterOutage = 503;
        await its.Priya.InstallAsync();
        await its.FindCardAsync();
        await its.BringForwardAsync("OnCall");
        await its.Seller.WaitAsync(
            async () => (await its.Bot.Host.GetAsync("api/outbox?state=pending"))!.AsArray().Any(item => (string?)item!["lastError"] == "busy-503"), "the call that waits");
        Assert.DoesNotContain(its.Teams.Messages, m => m.Text.Contains("is still waiting", StringComparison.Ordinal));

        its.Teams.RosterOutage = null;

        var call = await its.ThreadShowsAsync("is still waiting");
        Assert.Equal(FakeTeam.Tom.Id, (string?)Assert.Single(call.Activity["entities"]!.AsArray())!["mentioned"]!["id"]);
        Assert.Contains($"{stranger} was to be called", call.Text, StringComparison.Ordinal);
    }

    private static TeamsAgent Agent(Escalation its, AgentAccount account) => new(its.Bot.Host.Http, its.Teams, account, its.Bot.GoodToken);
}
