using Microsoft.Extensions.Options;
using SupportBot.Channels.Rendering;
using SupportBot.Turns.Cases;

namespace SupportBot.Host.Startup;

/// <summary>In a demo the chat stands on the demo page.</summary>
internal sealed class CasePage(IOptionsFactory<RenderingOptions> rendering, DemoSettings demo) : IConfigureOptions<CaseOptions>
{
    public void Configure(CaseOptions options)
    {
        // Made anew, because settings are checked before the server knows on which address it listens.
        if (demo.Enabled && rendering.Create(Options.DefaultName).PublicUrl is { } address)
        {
            options.PageUrl ??= $"{address.AbsoluteUri.TrimEnd('/')}/?seller={CaseOptions.SellerPlace}";
        }
    }
}
