namespace SupportBot.Host.Assets;

internal static class AssetEndpoints
{
    private static readonly string[] Reading = ["GET", "HEAD"];

    public static IServiceCollection AddAssets(this IServiceCollection services) => services.AddSingleton<AssetFiles>();

    /// <summary>The chat widget and the pages' stylesheets. Other sites load the widget, so any of them may.</summary>
    public static IEndpointRouteBuilder MapAssets(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapAsset("/widget.js", "widget/widget.js", AssetFiles.Briefly);
        endpoints.MapAsset("/help.css", "help.css", AssetFiles.Briefly);
        endpoints.MapAsset("/transcript.css", "transcript.css", AssetFiles.Briefly);
        endpoints.MapMethods("/widget/{file}", Reading, (HttpContext context, string file, AssetFiles files) =>
        {
            // A module of another origin is fetched with CORS, unlike a plain script.
            context.Response.Headers.AccessControlAllowOrigin = "*";
            return files.Send(context, $"widget/{file}", AssetFiles.Forever);
        }).ExcludeFromDescription();
        return endpoints;
    }

    /// <summary>Serves one file of wwwroot under a fixed address.</summary>
    public static void MapAsset(this IEndpointRouteBuilder endpoints, string address, string path, string cacheControl) =>
        endpoints.MapMethods(address, Reading, (HttpContext context, AssetFiles files) => files.Send(context, path, cacheControl))
            .ExcludeFromDescription();
}
