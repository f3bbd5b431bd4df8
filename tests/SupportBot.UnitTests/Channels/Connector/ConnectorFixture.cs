using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Moq;
using SupportBot.Channels.Connector;
using SupportBot.Channels.Connector.Delivery;
using SupportBot.Channels.Teams;
using SupportBot.Channels.Teams.Installations;
using SupportBot.Testing.Fakes.Teams;

namespace SupportBot.UnitTests.Channels.Connector;

/// <summary>The real client before the fake Connector, without pauses between tries.</summary>
internal sealed class ConnectorFixture : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private ConnectorFixture(FakeConnector teams, ServiceProvider services) => (Teams, _services) = (teams, services);

    public FakeConnector Teams { get; }

    public ConnectorClient Client => _services.GetRequiredService<ConnectorClient>();

    public EscalationChannel Channel => new(Teams.ServiceUrl, FakeTeam.ChannelId, FakeTeam.TeamId, FakeTeam.TenantId, FakeTeam.BotId);

    /// <param name="credential">Null: none is configured.</param>
    public static async Task<ConnectorFixture> StartAsync(TokenCredential? credential = null, string environment = "Development")
    {
        var teams = await FakeConnector.StartAsync();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(Mock.Of<IHostEnvironment>(host => host.EnvironmentName == environment))
            .AddSingleton(new ConnectorRetries { Delay = TimeSpan.Zero })
            .AddSingleton(new BotCredential(credential))
            .AddConnector()
            .AddSingleton(Options.Create(new TeamsOptions { ServiceUrl = environment == Environments.Development ? null : teams.ServiceUrl }));
        return new ConnectorFixture(teams, services.BuildServiceProvider());
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Teams.DisposeAsync();
    }
}
