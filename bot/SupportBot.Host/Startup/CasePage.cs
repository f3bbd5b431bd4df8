using Microsoft.Extensions.Options;
using SupportBot.Channels.Rendering;
using SupportBot.Turns.Cases;

namespace SupportBot.Host.Startup;

/// <summary>In a demo the chat stands on the demo page.</summary>
internal sealed class CasePage(IOptions<RenderingOptions> rendering, DemoSettings demo) : IConfigureOptions<CaseOptions>
{
    public void Configure(CaseOptions options)
    {
        if (demo.Enabled && rendering.Value.PublicUrl is { } address)
        {
            options.PageUrl ??= $"{address.AbsoluteUri.TrimEnd('/')}/?seller={CaseOptions.SellerPlace}";
        }
    }
}
