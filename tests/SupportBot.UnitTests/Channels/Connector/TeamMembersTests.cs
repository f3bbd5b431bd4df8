using SupportBot.Channels.Teams.Desk;
using SupportBot.Testing.Fakes;
using SupportBot.Testing.Fakes.Teams;
using Xunit;

namespace SupportBot.UnitTests.Channels.Connector;

public sealed class TeamMembersTests
{
    private static readonly TimeSpan s_minutes = TimeSpan.FromMinutes(5);

    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 2, 2, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task While_Teams_does_not_tell_the_last_list_serves_for_a_day()
    {
        await using var fixture = await ConnectorFixture.StartAsync();
        var (members, team) = (new TeamMembers(fixture.Client, _clock), new TeamRoster(fixture.Teams.ServiceUrl, FakeTeam.TeamId));
        await members.ReadAsync(team, s_minutes, default);
        fixture.Teams.RosterOutage = 503;

        _clock.Advance(TimeSpan.FromHours(23));
        var known = await members.ReadAsync(team, s_minutes, default);
        Assert.Equal([FakeTeam.Priya.Id, FakeTeam.Tom.Id], known.Members!.Select(member => member.Id));
        Assert.Equal("busy-503", known.Failure?.Code);

        _clock.Advance(TimeSpan.FromHours(2));
        Assert.Null((await members.ReadAsync(team, s_minutes, default)).Members);

        fixture.Teams.RosterOutage = null;
        _clock.Advance(TimeSpan.FromSeconds(6));
        known = await members.ReadAsync(team, s_minutes, default);
        Assert.Equal((2, null), (known.Members!.Count, known.Failure));
    }

    [Fact]
    public async Task A_failure_is_not_waited_for_again_at_once()
    {
        await using var fixture = await ConnectorFixture.StartAsync();
        var (members, team) = (new TeamMembers(fixture.Client, _clock), new TeamRoster(fixture.Teams.ServiceUrl, FakeTeam.TeamId));
        fixture.Teams.RosterOutage = 503;

        await members.ReadAsync(team, s_minutes, default);
        var calls = fixture.Teams.Requests.Count;
        Assert.Equal("busy-503", (await members.ReadAsync(team, TimeSpan.Zero, default)).Failure?.Code);
        Assert.Equal(calls, fixture.Teams.Requests.Count);

        _clock.Advance(TimeSpan.FromSeconds(6));
        await members.ReadAsync(team, s_minutes, default);
        Assert.NotEqual(calls, fixture.Teams.Requests.Count);
    }

    [Fact]
    public async Task Out_of_a_team_that_the_bot_was_removed_from_an_old_list_lets_nobody_in()
    {
        await using var fixture = await ConnectorFixture.StartAsync();
        var (members, team) = (new TeamMembers(fixture.Client, _clock), new TeamRoster(fixture.Teams.ServiceUrl, FakeTeam.TeamId));
        await members.ReadAsync(team, s_minutes, default);
        fixture.Teams.RosterOutage = 403;

        _clock.Advance(s_minutes);

        Assert.Null((await members.ReadAsync(team, s_minutes, default)).Members);
    }

    [Fact]
    public async Task Those_who_ask_at_once_wait_for_one_reading()
    {
        await using var fixture = await ConnectorFixture.StartAsync();
        var (members, team) = (new TeamMembers(fixture.Client, _clock), new TeamRoster(fixture.Teams.ServiceUrl, FakeTeam.TeamId));

        var read = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => members.ReadAsync(team, s_minutes, default)));

        Assert.All(read, known => Assert.Equal(2, known.Members!.Count));
        Assert.Single(fixture.Teams.Requests);
    }
}
