using System.Diagnostics;
using SupportBot.Benchmarks.Measuring;
using SupportBot.Benchmarks.Servers;
using SupportBot.Testing.Hosting;

namespace SupportBot.Benchmarks.Scenarios;

/// <summary>From starting the built program until it says that it is ready.</summary>
internal static class Startup
{
    private const int Starts = 7;

    public static async Task<FigureTable> RunAsync()
    {
        var (empty, again, baseline) = (new List<TimeSpan>(), new List<TimeSpan>(), new List<TimeSpan>());
        for (var i = 0; i < Starts; i++)
        {
            using var folder = new TemporaryFolder();
            empty.Add(await StartProductAsync(folder));
            again.Add(await StartProductAsync(folder));
            baseline.Add(await StartBaselineAsync());
        }

        var bare = new Percentiles(baseline).At(0.5);
        return new FigureTable($"Start: until /health/ready answers, {Starts} starts each, against a bare minimal API")
            .Add("database there, median", new Percentiles(again).At(0.5), bare, "ms", "< 2,000 ms")
            .Add("database there, slowest", new Percentiles(again).At(1), bare, "ms")
            .Add("first start (database and demo sellers made), median", new Percentiles(empty).At(0.5), bare, "ms");
    }

    private static async Task<TimeSpan> StartProductAsync(TemporaryFolder folder)
    {
        await using var program = new SupportBotProcess(folder);
        var clock = Stopwatch.StartNew();
        await program.StartAsync();
        return clock.Elapsed;
    }

    private static async Task<TimeSpan> StartBaselineAsync()
    {
        var clock = Stopwatch.StartNew();
        await using var server = await ChildProcess.StartAsync(EchoServer.Name);
        return clock.Elapsed;
    }
}
