using SupportBot.Channels.Connector.Delivery;
using SupportBot.Protocol.Activities;
using SupportBot.Testing.Fakes.Teams;
using SupportBot.Turns.Outbox;
using Xunit;

namespace SupportBot.UnitTests.Channels.Connector;

public sealed class ConnectorClientTests
{
    private static readonly Activity Hello = new() { Type = ActivityTypes.Message, Text = "hello" };

    [Fact]
    public async Task A_thread_is_begun_answered_and_changed()
    {
        await using var fixture = await ConnectorFixture.StartAsync();
        var (client, teams) = (fixture.Client, fixture.Teams);

        var thread = (await client.StartThreadAsync(fixture.Channel, Hello, default)).Value!;
        var reply = (await client.PostAsync(teams.ServiceUrl, thread.ConversationId, Hello with { Text = "a reply" }, default)).Value!;
        var update = await client.UpdateAsync(teams.ServiceUrl, thread.ConversationId, thread.ActivityId!, Hello with { Text = "changed" }, default);

        Assert.True(update.Succeeded);
        var first = Assert.Single(teams.Threads);
        Assert.Equal(("changed", 1, thread.ConversationId), (first.Text, first.Updates, first.ConversationId));
        Assert.Equal(("a reply", reply.Id), (teams.Messages[1].Text, teams.Messages[1].Id));
    }

    [Fact]
    public async Task A_thread_names_channel_tenant_and_bot()
    {
        await using var fixture = await ConnectorFixture.StartAsync();

        await fixture.Client.StartThreadAsync(fixture.Channel, Hello, default);

        var body = Assert.Single(fixture.Teams.Requests).Body!;
        Assert.True((bool)body["isGroup"]!);
        Assert.Equal(FakeTeam.ChannelId, (string?)body["channelData"]!["channel"]!["id"]);
        Assert.Equal(FakeTeam.TenantId, (string?)body["tenantId"]);
        Assert.Equal(FakeTeam.BotId, (string?)body["bot"]!["id"]);
        Assert.Equal("hello", (string?)body["activity"]!["text"]);
    }

    [Fact]
    public async Task Ids_are_percent_encoded_in_paths()
    {
        await using var fixture = await ConnectorFixture.StartAsync();

        await fixture.Client.PostAsync(fixture.Teams.ServiceUrl, "19:a b@thread.tacv2;messageid=1/2", Hello with { ReplyToId = "f:1" }, default);

        Assert.Equal(
            "/emea/v3/conversations/19%3Aa%20b%40thread.tacv2%3Bmessageid%3D1%2F2/activities/f%3A1", Assert.Single(fixture.Teams.Requests).Path);
    }

    [Fact]
    public async Task Accepted_without_a_body_is_success()
    {
        await using var fixture = await ConnectorFixture.StartAsync();

        var sent = await fixture.Client.PostAsync(fixture.Teams.ServiceUrl, "a:1", new Activity { Type = ActivityTypes.Typing }, default);

        Assert.True(sent.Succeeded);
        Assert.Null(sent.Value.Id);
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task Busy_answers_are_tried_again(int status)
    {
        await using var fixture = await ConnectorFixture.StartAsync();
        fixture.Teams.Fail(status, times: 2);

        var sent = await fixture.Client.PostAsync(fixture.Teams.ServiceUrl, "a:1", Hello, default);

        Assert.True(sent.Succeeded);
        Assert.Equal([status, status, 201], fixture.Teams.Requests.Select(r => r.Status));
    }

    [Fact]
    public async Task Who_stays_busy_is_left_to_the_outbox()
    {
        await using var fixture = await ConnectorFixture.StartAsync();
        fixture.Teams.Fail(502, times: 20);

        var sent = await fixture.Client.PostAsync(fixture.Teams.ServiceUrl, "a:1", Hello, default);

        Assert.Equal((ConnectorFailureKind.Busy, "busy-502"), (sent.Failure!.Kind, sent.Failure.Code));
        Assert.IsType<OutboxOutcome.Retry>(sent.Failure.Outcome);
        Assert.Equal(4, fixture.Teams.Requests.Count);
    }

    [Fact]
    public async Task A_long_wait_that_is_asked_for_is_handed_on_and_a_short_one_kept()
    {
        await using var fixture = await ConnectorFixture.StartAsync();
        fixture.Teams.Fail(429, retryAfter: "0");
        fixture.Teams.Fail(429, retryAfter: "120");

        var sent = await fixture.Client.PostAsync(fixture.Teams.ServiceUrl, "a:1", Hello, default);

        Assert.Equal(2, fixture.Teams.Requests.Count);
        Assert.Equal(new OutboxOutcome.Retry("busy-429", TimeSpan.FromMinutes(2)), sent.Failure!.Outcome);
    }

    [Theory]
    [InlineData(400, ConnectorFailureKind.Refused, "refused-400")]
    [InlineData(403, ConnectorFailureKind.BotRemoved, "bot-removed")]
    [InlineData(404, ConnectorFailureKind.NotFound, "not-found")]
    [InlineData(501, ConnectorFailureKind.Refused, "refused-501")]
    public async Task What_another_try_would_not_change_is_not_tried_again(int status, ConnectorFailureKind kind, string code)
    {
        await using var fixture = await ConnectorFixture.StartAsync();
        fixture.Teams.Fail(status);

        var sent = await fixture.Client.PostAsync(fixture.Teams.ServiceUrl, "a:1", Hello, default);

        Assert.Single(fixture.Teams.Requests);
        Assert.Equal((kind, code), (sent.Failure!.Kind, sent.Failure.Code));
        Assert.Equal(new OutboxOutcome.GiveUp(code), sent.Failure.Outcome);
    }

    [Fact]
    public async Task A_connector_that_is_not_there_is_unreachable()
    {
        await using var fixture = await ConnectorFixture.StartAsync();
        await fixture.Teams.DisposeAsync();

        var sent = await fixture.Client.PostAsync(fixture.Teams.ServiceUrl, "a:1", Hello, default);

        Assert.Equal(ConnectorFailureKind.Unreachable, sent.Failure!.Kind);
        Assert.True(sent.Failure.IsTemporary);
    }

    [Fact]
    public async Task Members_are_read_over_all_pages()
    {
        await using var fixture = await ConnectorFixture.StartAsync();
        fixture.Teams.Members.Add(FakeTeam.Stranger);
        fixture.Teams.Members.Add(FakeTeam.Priya with { Id = "29:4" });
        fixture.Teams.Members.Add(FakeTeam.Priya with { Id = "29:5" });

        var members = await fixture.Client.MembersAsync(fixture.Teams.ServiceUrl, FakeTeam.TeamId, default);

        Assert.Equal(fixture.Teams.Members.Select(m => (m.Id, m.EntraId)), members.Value!.Select(m => (m.Id!, m.AadObjectId!)));
        Assert.Equal(3, fixture.Teams.Requests.Count);
    }

    [Fact]
    public async Task Pictures_are_fetched_from_the_connector_alone_and_only_so_large()
    {
        await using var fixture = await ConnectorFixture.StartAsync(new CountedCredential(TimeProvider.System));
        fixture.Teams.RequiredToken = "token-1";

        var picture = await fixture.Client.DownloadAsync(fixture.Teams.Keep([1, 2, 3]), default);
        var endless = await fixture.Client.DownloadAsync(fixture.Teams.Keep(new byte[(10 * 1024 * 1024) + 1]), default);
        var elsewhere = await fixture.Client.DownloadAsync(new Uri("https://files.example.com/picture.png"), default);

        Assert.Equal([1, 2, 3], picture.Value);
        Assert.Equal("answer-too-large", endless.Failure!.Code);
        Assert.Equal(ConnectorFailureKind.AddressNotAllowed, elsewhere.Failure!.Kind);
    }
}
