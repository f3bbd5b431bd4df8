using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace SupportBot.Benchmarks.Servers;

/// <summary>Lets every answer of the sandbox platforms travel for a while.</summary>
internal sealed class SlowPlatforms(TimeSpan latency) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, following) =>
        {
            if (context.Request.Path.StartsWithSegments("/sandbox", StringComparison.Ordinal))
            {
                using var timer = new PeriodicTimer(latency);
                await timer.WaitForNextTickAsync(context.RequestAborted);
            }

            await following(context);
        });
        next(app);
    };
}
