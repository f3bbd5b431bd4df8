using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SupportBot.Protocol;
using SupportBot.Protocol.DirectLine;

namespace SupportBot.Benchmarks.Servers;

/// <summary>The baseline: a bare minimal API that parses the activity and answers. It checks nothing and stores nothing.</summary>
internal static class EchoServer
{
    public const string Name = "echo-server";

    public static async Task RunAsync(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        var app = builder.Build();
        app.MapGet("/health/ready", () => "ready");
        app.MapPost("/v3/directline/conversations/{conversationId}/activities", async (HttpContext context) =>
        {
            var activity = await context.Request.ReadFromJsonAsync(ActivityJson.Default.Activity);
            return TypedResults.Json(new ResourceResponse(activity?.Text ?? ""), DirectLineJson.Default.ResourceResponse);
        });
        await app.RunAsync();
    }
}
