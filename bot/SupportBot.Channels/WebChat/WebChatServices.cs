using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportBot.Channels.WebChat.Activities;
using SupportBot.Channels.WebChat.Admission;
using SupportBot.Channels.WebChat.Endpoints;
using SupportBot.Channels.WebChat.Files;
using SupportBot.Channels.WebChat.Streaming;
using SupportBot.Channels.WebChat.Tokens;

namespace SupportBot.Channels.WebChat;

public static class WebChatServices
{
    private static readonly char[] Separators = [' ', ',', ';'];

    /// <summary>
    /// The web chat channel. Needs turns, accounts, storage and a <c>TimeProvider</c>. A signing key that is not configured may
    /// be filled in by a further <c>Configure</c>; the start stops when it is missing after that.
    /// </summary>
    /// <param name="section">The configuration section <see cref="WebChatOptions.Section"/>.</param>
    public static IServiceCollection AddWebChat(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<WebChatOptions>()
            .Bind(section)
            .Configure(options =>
            {
                if (section[nameof(WebChatOptions.AllowedOrigins)] is { Length: > 0 } origins)
                {
                    options.AllowedOrigins = origins.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                }
            })
            .ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<WebChatOptions>, WebChatOptionsValidator>()
            .AddRealTime<UserTokens>()
            .AddRealTime<UserTokenIssuer>()
            .AddRealTime<DirectLineTokens>()
            .AddRealTime<ActivityStreamer>()
            .AddSingleton<RequestLimits>()
            .AddSingleton<Doorkeeper>()
            .AddSingleton<PublicAddress>()
            .AddSingleton<InboundActivities>()
            .AddSingleton<UploadReader>()
            .AddSingleton<FileCheck>()
            .AddSingleton<OpenStreams>()
            .AddSingleton<ConversationOpener>()
            .AddSingleton<ConversationAnswer>()
            .AddWebChatCors();
    }

    /// <summary>Tokens are judged by real time even where a demo's clock stands still.</summary>
    private static IServiceCollection AddRealTime<T>(this IServiceCollection services)
        where T : class =>
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<T>(provider, TimeProvider.System));
}
