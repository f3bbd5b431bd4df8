using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace SupportBot.Benchmarks.Servers;

/// <summary>Lets every answer of the sandbox platforms travel for a while, and counts what they are asked.</summary>
internal sealed class SlowPlatforms(TimeSpan latency) : IStartupFilter
{
    private int _calls;

    public int Calls => Volatile.Read(ref _calls);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, following) =>
        {
            if (context.Request.Path.StartsWithSegments("/sandbox", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref _calls);
                var asked = Stopwatch.GetTimestamp();
                context.Response.OnStarting(() => TravelAsync(latency - Stopwatch.GetElapsedTime(asked), context.RequestAborted));
            }

            return following(context);
        });
        next(app);
    };

    /// <summary>What the stand-in takes to answer is part of the way: a real platform would not work on this machine.</summary>
    private static async Task TravelAsync(TimeSpan rest, CancellationToken cancellationToken)
    {
        if (rest > TimeSpan.FromMilliseconds(1))
        {
            using var timer = new PeriodicTimer(rest);
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }
}
