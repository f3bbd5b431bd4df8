using Microsoft.Extensions.Options;
using SupportBot.Channels.WebChat;

namespace SupportBot.Host.Startup;

/// <summary>In Development the installation's own key signs where none is configured. Elsewhere a missing key stops the start.</summary>
internal sealed class DevelopmentSigningKey(InstallationKeys keys, IHostEnvironment environment) : IConfigureOptions<WebChatOptions>
{
    public void Configure(WebChatOptions options)
    {
        if (environment.IsDevelopment() && string.IsNullOrEmpty(options.SigningKey))
        {
            options.SigningKey = keys[InstallationKeys.WebChatSigningKey];
        }
    }
}
