using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using SupportBot.Channels.Rendering;
using SupportBot.Channels.WebChat;

namespace SupportBot.Host.Startup;

/// <summary>Where links in cards lead: the configured public address, or in Development the address that is listened on.</summary>
internal sealed class LinkAddress(IOptions<WebChatOptions> webChat, IServer server, IHostEnvironment environment) : IConfigureOptions<RenderingOptions>
{
    public void Configure(RenderingOptions options)
    {
        var listening = environment.IsDevelopment() ? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() : null;
        options.PublicUrl ??= webChat.Value.PublicUrl ?? (Uri.TryCreate(listening, UriKind.Absolute, out var address) ? address : null);
    }
}
