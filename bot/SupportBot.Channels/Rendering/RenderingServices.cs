using Microsoft.Extensions.DependencyInjection;
using SupportBot.Channels.Transcripts;
using SupportBot.Storage.Conversations;
using SupportBot.Turns.Replies;

namespace SupportBot.Channels.Rendering;

public static class RenderingServices
{
    /// <summary>Replies as Web Chat shows them, and what they link to. The host binds <see cref="RenderingOptions"/>.</summary>
    public static IServiceCollection AddRendering(this IServiceCollection services)
    {
        services.AddOptions<RenderingOptions>()
            .Validate(
                options => options.PublicUrl is null or { IsAbsoluteUri: true, Scheme: "http" or "https" },
                "The public URL must be absolute and start with http:// or https://.")
            .ValidateOnStart();
        services.AddSingleton<TranscriptLinks>().AddSingleton<TranscriptReader>();
        services.AddKeyedSingleton<IReplyRenderer, WebChatRenderer>(ConversationChannel.WebChat);
        return services;
    }
}
