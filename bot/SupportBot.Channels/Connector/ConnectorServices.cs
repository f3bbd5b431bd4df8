using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SupportBot.Channels.Connector.Admission;
using SupportBot.Channels.Connector.Delivery;
using SupportBot.Channels.Teams;
using SupportBot.Channels.Teams.Installations;
using SupportBot.Turns.Outbox;

namespace SupportBot.Channels.Connector;

public static class ConnectorServices
{
    /// <summary>
    /// The Bot Connector: Teams and Azure's other channels. Needs turns and storage; the host binds <see cref="BotFrameworkOptions"/>
    /// and <see cref="TeamsOptions"/>. An <see cref="ITeamsDesk"/> that is registered before takes what agents do.
    /// </summary>
    public static IServiceCollection AddConnector(this IServiceCollection services)
    {
        services.AddOptions<BotFrameworkOptions>().ValidateOnStart();
        services.AddOptions<TeamsOptions>().ValidateOnStart();
        services.TryAddSingleton<ITeamsDesk, NoDesk>();
        return services
            .AddSingleton<IValidateOptions<BotFrameworkOptions>, BotFrameworkOptionsValidator>()
            .AddSingleton<IValidateOptions<TeamsOptions>, TeamsOptionsValidator>()
            .AddSingleton<ServiceUrls>()
            .AddAdmission()
            .AddDelivery()
            .AddSingleton<TeamsInstallations>()
            .AddSingleton<EscalationChannels>()
            .AddSingleton<ActivityReception>();
    }

    private static IServiceCollection AddAdmission(this IServiceCollection services)
    {
        services.AddHttpClient(SigningKeys.HttpClientName, http =>
        {
            http.Timeout = TimeSpan.FromSeconds(10);
            http.MaxResponseContentBufferSize = 1024 * 1024;
        });
        return services.AddRealTime<SigningKeys>().AddSingleton<ChannelTokens>().AddSingleton<ActivityAdmission>();
    }

    private static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.TryAddSingleton(new ConnectorRetries());
        services.TryAddSingleton(provider => BotCredential.Of(provider.GetRequiredService<IOptions<BotFrameworkOptions>>().Value));
        services.AddRealTime<OutboundTokens>()
            .AddSingleton<ConnectorClient>()
            .AddSingleton<ConnectorReplies>()
            .AddKeyedSingleton<IOutboxWorker, ConnectorReplyWorker>(ConnectorReplyWorker.Kind);
        services.AddHttpClient(ConnectorClient.HttpClientName, http => http.Timeout = Timeout.InfiniteTimeSpan) // The retry handler sets the limits.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false }) // Who redirects could lead the token away.
            .AddHttpMessageHandler(provider => new ConnectorRetryHandler(provider.GetRequiredService<ConnectorRetries>()))
            .AddHttpMessageHandler(provider => new ConnectorAuthorisationHandler(
                provider.GetRequiredService<ServiceUrls>(), provider.GetRequiredService<OutboundTokens>()));
        return services;
    }

    /// <summary>Tokens are judged by real time even where a demo's clock stands still.</summary>
    private static IServiceCollection AddRealTime<T>(this IServiceCollection services)
        where T : class =>
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<T>(provider, TimeProvider.System));
}
