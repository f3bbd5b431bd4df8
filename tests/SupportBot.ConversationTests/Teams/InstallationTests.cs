using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Channels.Connector.Delivery;
using SupportBot.Channels.Teams.Installations;
using SupportBot.Storage;
using SupportBot.Storage.Outbox;
using SupportBot.Testing.Fakes.Teams;
using SupportBot.Turns.Commits;
using SupportBot.Turns.Outbox;
using SupportBot.Turns.Tickets;
using Xunit;

namespace SupportBot.ConversationTests.Teams;

/// <summary>Where escalations go is learnt from what Teams tells when the bot is added, moved or removed.</summary>
public sealed class InstallationTests
{
    [Fact]
    public async Task Adding_the_bot_to_a_team_teaches_where_to_go()
    {
        await using var bot = await TeamsHost.StartAsync();
        Assert.Null(await ChannelAsync(bot));

        await bot.Priya.InstallAsync();

        Assert.Equal(
            new EscalationChannel(bot.Teams.ServiceUrl, FakeTeam.ChannelId, FakeTeam.TeamId, FakeTeam.TenantId, FakeTeam.BotId),
            await ChannelAsync(bot));
    }

    [Fact]
    public async Task The_news_that_the_bot_became_a_member_is_enough_and_does_not_move_the_channel()
    {
        await using var bot = await TeamsHost.StartAsync();

        await bot.Priya.SendAsync(Members(bot, "teamMemberAdded", "membersAdded"));
        Assert.Equal(FakeTeam.TeamId, (await ChannelAsync(bot))!.ChannelId);

        await bot.Priya.InstallAsync();
        await bot.Priya.SendAsync(Members(bot, "teamMemberAdded", "membersAdded"));
        Assert.Equal(FakeTeam.ChannelId, (await ChannelAsync(bot))!.ChannelId);
    }

    [Theory]
    [InlineData("uninstall")]
    [InlineData("teamMemberRemoved")]
    [InlineData("teamDeleted")]
    public async Task Removing_the_bot_is_remembered(string way)
    {
        await using var bot = await TeamsHost.StartAsync();
        await bot.Priya.InstallAsync();

        await bot.Priya.SendAsync(way switch
        {
            "uninstall" => bot.Priya.Activity("installationUpdate", FakeTeam.TeamId, activity => activity["action"] = "remove"),
            "teamMemberRemoved" => Members(bot, way, "membersRemoved"),
            _ => Update(bot, way),
        });
        Assert.Null(await ChannelAsync(bot));

        await bot.Priya.InstallAsync(channelId: null);
        Assert.Equal(FakeTeam.TeamId, (await ChannelAsync(bot))!.ChannelId);
    }

    [Fact]
    public async Task Old_news_that_comes_late_changes_nothing()
    {
        await using var bot = await TeamsHost.StartAsync();
        var removed = bot.Priya.Activity("installationUpdate", FakeTeam.TeamId, activity => activity["action"] = "remove");
        await bot.Priya.InstallAsync();

        await bot.Priya.SendAsync(removed);

        Assert.NotNull(await ChannelAsync(bot));
    }

    [Fact]
    public async Task When_the_channel_is_deleted_the_general_one_takes_its_place()
    {
        await using var bot = await TeamsHost.StartAsync();
        await bot.Priya.InstallAsync();
        var deleted = Update(bot, "channelDeleted");
        deleted["channelData"]!["channel"] = new JsonObject { ["id"] = FakeTeam.ChannelId };

        await bot.Priya.SendAsync(deleted);

        Assert.Equal(FakeTeam.TeamId, (await ChannelAsync(bot))!.ChannelId);
    }

    [Fact]
    public async Task Adding_the_bot_to_another_team_does_not_carry_cases_there()
    {
        await using var bot = await TeamsHost.StartAsync();
        await bot.Priya.InstallAsync();

        await bot.Tom.SendAsync(InOtherTeam(bot));

        Assert.Equal(FakeTeam.TeamId, (await ChannelAsync(bot))!.TeamId);
    }

    [Fact]
    public async Task Without_a_configured_tenant_the_first_one_stays()
    {
        await using var bot = await TeamsHost.StartAsync(new Dictionary<string, string> { ["BotFramework:TenantId"] = "" });
        await bot.Priya.InstallAsync();
        var elsewhere = InOtherTeam(bot);
        elsewhere["conversation"]!["tenantId"] = "99999999-0000-4000-8000-000000000000";
        elsewhere["channelData"]!["tenant"]!["id"] = "99999999-0000-4000-8000-000000000000";

        await bot.Tom.SendAsync(elsewhere);
        await bot.Priya.SendAsync(bot.Priya.Activity("installationUpdate", FakeTeam.TeamId, activity => activity["action"] = "remove"));

        Assert.Null(await ChannelAsync(bot));
    }

    [Fact]
    public async Task A_tenant_may_be_configured_in_capital_letters()
    {
        await using var bot = await TeamsHost.StartAsync(
            new Dictionary<string, string> { ["BotFramework:TenantId"] = FakeTeam.TenantId.ToUpperInvariant() });

        await bot.Priya.InstallAsync();

        Assert.Equal(FakeTeam.ChannelId, (await ChannelAsync(bot))?.ChannelId);
    }

    [Fact]
    public async Task Settings_win_over_what_was_learnt()
    {
        var settings = new Dictionary<string, string> { ["Teams:TeamId"] = FakeTeam.OtherTeamId, ["Teams:ChannelId"] = "19:chosen@thread.tacv2" };
        await using var bot = await TeamsHost.StartAsync(settings);
        await bot.Priya.InstallAsync();
        Assert.Null(await ChannelAsync(bot));

        await bot.Priya.SendAsync(InOtherTeam(bot));

        var channel = await ChannelAsync(bot);
        Assert.Equal(("19:chosen@thread.tacv2", FakeTeam.OtherTeamId, bot.Teams.ServiceUrl), (channel!.ChannelId, channel.TeamId, channel.ServiceUrl));
    }

    [Fact]
    public async Task Events_that_come_at_once_teach_once()
    {
        await using var bot = await TeamsHost.StartAsync();

        var responses = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => bot.Priya.InstallAsync()));

        Assert.All(responses, response => Assert.Equal(200, (int)response.StatusCode));
        Assert.Equal(FakeTeam.ChannelId, (await ChannelAsync(bot))!.ChannelId);
    }

    [Fact]
    public async Task The_connectors_new_address_is_learnt_from_any_message_of_the_team()
    {
        await using var bot = await TeamsHost.StartAsync();
        await using var moved = await FakeConnector.StartAsync();
        await bot.Priya.InstallAsync();
        var message = bot.Priya.Message(FakeTeam.TeamId, "hello", isMention: false);
        message["serviceUrl"] = moved.ServiceUrl.AbsoluteUri;

        var (status, _) = await bot.PostAsync(message, $"Bearer {bot.Key.Sign(FakeIssuer.Claims(FakeTeam.AppId, moved.ServiceUrl))}");

        Assert.Equal(200, status);
        Assert.Equal(moved.ServiceUrl, (await ChannelAsync(bot))!.ServiceUrl);
    }

    [Fact]
    public async Task Adding_the_bot_again_tries_again_what_was_given_up_because_it_was_gone()
    {
        await using var bot = await TeamsHost.StartAsync();
        OutboxItem[] items =
        [
            GivenUp(TicketWork.CardKind, ConnectorFailure.BotRemoved), GivenUp(TicketWork.PostKind, ConnectorFailure.BotRemoved),
            GivenUp(TicketWork.CardKind, "refused-400"), GivenUp(TicketWork.MailKind, ConnectorFailure.BotRemoved),
        ];
        await bot.Host.Services.GetRequiredService<CommitQueue>().CommitAsync(CommitUnit.Of(db => db.Outbox.AddRange(items)), default);

        await bot.Priya.InstallAsync();

        await using var db = await bot.Host.Services.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
        var before = items[^1].NextAttemptAt;
        var revived = await db.Outbox.Where(o => o.NextAttemptAt > before).Select(o => o.Id).ToListAsync();
        Assert.Equal(new[] { items[0].Id, items[1].Id }.Order(), revived.Order());
    }

    private static OutboxItem GivenUp(string kind, string error)
    {
        var item = new OutboxWork(kind, $"{kind}:{error}", "{}").ToItem();
        (item.State, item.LastError, item.Attempts, item.NextAttemptAt) = (OutboxState.Dead, error, 300, item.NextAttemptAt.AddDays(-1));
        return item;
    }

    private static Task<EscalationChannel?> ChannelAsync(TeamsHost bot) =>
        bot.Host.Services.GetRequiredService<EscalationChannels>().FindAsync(CancellationToken.None);

    private static JsonObject Update(TeamsHost bot, string eventType) =>
        bot.Priya.Activity("conversationUpdate", FakeTeam.TeamId, activity => activity["channelData"]!["eventType"] = eventType);

    private static JsonObject Members(TeamsHost bot, string eventType, string list)
    {
        var update = Update(bot, eventType);
        update[list] = new JsonArray(new JsonObject { ["id"] = FakeTeam.BotId });
        return update;
    }

    private static JsonObject InOtherTeam(TeamsHost bot) => bot.Tom.Activity("installationUpdate", FakeTeam.OtherTeamId, activity =>
    {
        activity["action"] = "add";
        activity["channelData"]!["team"]!["id"] = FakeTeam.OtherTeamId;
    });
}
