using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;
using SupportBot.Channels.Connector;
using SupportBot.Channels.Connector.Delivery;
using SupportBot.Protocol.Activities;
using SupportBot.Testing.Fakes;
using Xunit;

namespace SupportBot.UnitTests.Channels.Connector;

public sealed class OutboundTokenTests
{
    private static readonly Activity Hello = new() { Type = ActivityTypes.Message, Text = "hello" };

    [Fact]
    public async Task One_token_serves_many_calls()
    {
        var credential = new CountedCredential(TimeProvider.System);
        await using var fixture = await ConnectorFixture.StartAsync(credential);
        fixture.Teams.RequiredToken = "token-1";

        var sent = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => fixture.Client.PostAsync(fixture.Teams.ServiceUrl, "a:1", Hello, default)));

        Assert.All(sent, result => Assert.True(result.Succeeded));
        Assert.Equal(1, credential.Given);
        Assert.Equal(["https://api.botframework.com/.default"], credential.Scopes);
    }

    [Fact]
    public async Task A_token_that_is_not_accepted_is_replaced_for_the_next_call()
    {
        var credential = new CountedCredential(TimeProvider.System);
        await using var fixture = await ConnectorFixture.StartAsync(credential);
        fixture.Teams.RequiredToken = "token-2";

        var first = await fixture.Client.PostAsync(fixture.Teams.ServiceUrl, "a:1", Hello, default);
        var second = await fixture.Client.PostAsync(fixture.Teams.ServiceUrl, "a:1", Hello, default);

        Assert.Equal((ConnectorFailureKind.NotAuthorised, true), (first.Failure!.Kind, first.Failure.IsTemporary));
        Assert.True(second.Succeeded);
    }

    [Fact]
    public async Task A_token_is_renewed_before_it_ends()
    {
        var clock = new ManualClock(TimeProvider.System.GetUtcNow());
        using var tokens = new OutboundTokens(
            new BotCredential(new CountedCredential(clock)),
            Options.Create(new BotFrameworkOptions()),
            Mock.Of<IHostEnvironment>(host => host.EnvironmentName == Environments.Production),
            clock,
            NullLogger<OutboundTokens>.Instance);
        var address = new Uri("https://smba.trafficmanager.net/emea/v3/conversations");

        var first = await tokens.ForAsync(address, default);
        clock.Advance(TimeSpan.FromMinutes(54));
        var same = await tokens.ForAsync(address, default);
        clock.Advance(TimeSpan.FromMinutes(2));
        var renewed = await tokens.ForAsync(address, default);

        Assert.Equal(("token-1", "token-1", "token-2"), (first, same, renewed));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    public async Task No_token_is_asked_for_or_sent_to_an_address_that_is_not_the_connectors(string serviceUrl)
    {
        var credential = new CountedCredential(TimeProvider.System);
        await using var fixture = await ConnectorFixture.StartAsync(credential);

        var sent = await fixture.Client.PostAsync(new Uri(serviceUrl), "a:1", Hello, default);

        Assert.Equal((ConnectorFailureKind.AddressNotAllowed, 0), (sent.Failure!.Kind, credential.Given));
    }

    [Fact]
    public async Task Outside_development_nothing_is_sent_without_a_credential()
    {
        await using var fixture = await ConnectorFixture.StartAsync(environment: "Production");

        var sent = await fixture.Client.PostAsync(fixture.Teams.ServiceUrl, "a:1", Hello, default);

        Assert.Equal((ConnectorFailureKind.NotAuthorised, "no-credential"), (sent.Failure!.Kind, sent.Failure.Code));
        Assert.Empty(fixture.Teams.Requests);
    }

    [Fact]
    public async Task In_development_a_stand_in_on_the_same_machine_needs_no_token()
    {
        await using var fixture = await ConnectorFixture.StartAsync();

        Assert.True((await fixture.Client.PostAsync(fixture.Teams.ServiceUrl, "a:1", Hello, default)).Succeeded);
        Assert.Null(Assert.Single(fixture.Teams.Requests).Authorization);
    }
}
