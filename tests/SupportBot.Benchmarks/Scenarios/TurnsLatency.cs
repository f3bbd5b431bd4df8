using SupportBot.Benchmarks.Load;
using SupportBot.Benchmarks.Measuring;
using SupportBot.Benchmarks.Servers;
using SupportBot.Testing.Hosting;

namespace SupportBot.Benchmarks.Scenarios;

/// <summary>How long an answer takes at a steady rate that the product can bear.</summary>
internal static class TurnsLatency
{
    private const int Conversations = 64;
    private const int PerSecond = 200;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(20);

    public static async Task<FigureTable> RunAsync()
    {
        using var folder = new TemporaryFolder();
        LoadResult product;
        await using (var program = new SupportBotProcess(folder, ProductSettings.ForLoad))
        {
            await program.StartAsync();
            using var talk = await SmallTalk.OpenAsync(program.Http.BaseAddress!, Conversations);
            product = await MeasureAsync(talk.TurnAsync);
        }

        await using var server = await ChildProcess.StartAsync(EchoServer.Name);
        using var echo = await EchoTalk.OpenAsync(server.Address, Conversations);
        var baseline = await MeasureAsync(echo.TurnAsync);
        return new FigureTable($"Turns: {PerSecond} a second, over {Conversations} conversations, from when each was due")
            .Add("turns a second", product.TurnsPerSecond, baseline.TurnsPerSecond)
            .Add("accepted, p50", product.Accepted.At(0.5), baseline.Accepted.At(0.5), "ms")
            .Add("accepted, p99", product.Accepted.At(0.99), baseline.Accepted.At(0.99), "ms")
            .Add("answered, p50", product.Answered.At(0.5), baseline.Answered.At(0.5), "ms")
            .Add("answered, p99", product.Answered.At(0.99), baseline.Answered.At(0.99), "ms", "< 25 ms");
    }

    private static async Task<LoadResult> MeasureAsync(Func<int, Action, Task> turn)
    {
        await WarmUp.RunAsync(Conversations, turn);
        return await OpenLoop.RunAsync(Conversations, PerSecond, Duration, turn);
    }
}
