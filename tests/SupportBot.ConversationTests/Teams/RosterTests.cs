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
    public async Task While_Teams_does_not_tell_who_is_in_the_team_nobody_gets_in_and_they_are_told()
    {
        await using var its = await Escalation.StartAsync(installed: false);
        its.Teams.RosterOutage = 503;
        await its.Priya.InstallAsync();
        await its.FindCardAsync();

        var refused = await its.PressAsync(its.Priya, "Claim");
        await its.Priya.ReplyAsync(its.Thread, "Can you hear me?");

        Assert.StartsWith("I could not check with Teams", (string?)refused["value"], StringComparison.Ordinal);
        await its.ThreadShowsAsync("I could not check with Teams");
        Assert.Equal("waiting", await its.StatusAsync());
        await its.Seller.ReadAsync();
        Assert.DoesNotContain(its.Seller.Transcript, a => (string?)a["text"] == "Can you hear me?");

        its.Teams.RosterOutage = null;
        await its.PressAsync(its.Priya, "Claim");
        Assert.Equal("agent:Priya Shah", await its.OwnerAsync());
    }

    private static TeamsAgent Agent(Escalation its, AgentAccount account) => new(its.Bot.Host.Http, its.Teams, account, its.Bot.GoodToken);
}
