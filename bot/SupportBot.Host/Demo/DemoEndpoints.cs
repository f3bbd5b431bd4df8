using Microsoft.EntityFrameworkCore;
using SupportBot.Accounts.Sandbox;
using SupportBot.Host.Assets;
using SupportBot.Storage;

namespace SupportBot.Host.Demo;

/// <summary>The stand-in for the Link My Books dashboard. Mapped in a demo only; otherwise these addresses do not exist.</summary>
internal static class DemoEndpoints
{
    public static IEndpointRouteBuilder MapDemo(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapAsset("/", "widget/demo/index.html", AssetFiles.Checked);
        endpoints.MapAsset("/demo/demo.js", "widget/demo/demo.js", AssetFiles.Checked);
        endpoints.MapAsset("/demo/demo.css", "widget/demo/demo.css", AssetFiles.Checked);

        var services = endpoints.ServiceProvider;
        var databases = services.GetRequiredService<IDbContextFactory<SupportDbContext>>();
        var actions = services.GetRequiredService<DemoActions>();
        var dashboards = new DemoDashboards(databases, actions);

        var demo = endpoints.MapGroup("/demo").ExcludeFromDescription();
        new DemoSellers(databases).Map(demo);
        var own = demo.MapGroup("").AddEndpointFilter<DemoSignInFilter>();
        own.MapGet("/account", async (HttpContext context, CancellationToken cancellationToken) =>
            await dashboards.FindAsync(context.SignedInUser(), cancellationToken) is { } dashboard
                ? TypedResults.Json(dashboard, DemoJson.Default.DemoDashboard)
                : DemoProblems.UnknownUser);
        new DemoActionEndpoints(dashboards, actions).Map(own);
        return endpoints;
    }
}
