using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace SupportBot.Channels.WebChat;

public static class WebChatCors
{
    /// <summary>Lets the sites of <see cref="WebChatOptions.AllowedOrigins"/> call from their pages.</summary>
    public const string Policy = "web-chat";

    internal static IServiceCollection AddWebChatCors(this IServiceCollection services)
    {
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<PublicAddress>((cors, address) => cors.AddPolicy(Policy, policy => policy
            .SetIsOriginAllowed(address.IsAllowed)
            .WithMethods("GET", "POST")
            .AllowAnyHeader()
            .WithExposedHeaders("Retry-After")
            .SetPreflightMaxAge(TimeSpan.FromHours(2))));
        return services;
    }
}
