using SupportBot.Benchmarks.Load;
using SupportBot.Benchmarks.Measuring;
using SupportBot.Benchmarks.Servers;
using SupportBot.Testing.Hosting;

namespace SupportBot.Benchmarks.Scenarios;

/// <summary>Resident memory of a program that waits: after its start, and after it has had something to do.</summary>
internal static class Idle
{
    private const int Conversations = 8;

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(15);

    public static async Task<FigureTable> RunAsync()
    {
        using var folder = new TemporaryFolder();
        await using var program = new SupportBotProcess(folder, ProductSettings.ForLoad);
        await program.StartAsync();
        await using var server = await ChildProcess.StartAsync(EchoServer.Name);
        var (product, baseline) = await SettleAsync(program.Id, server.Id);

        using var talk = await SmallTalk.OpenAsync(program.Http.BaseAddress!, Conversations);
        await ClosedLoop.RunAsync(Conversations, TimeSpan.FromSeconds(3), talk.TurnAsync);
        using var echo = await EchoTalk.OpenAsync(server.Address, Conversations);
        await ClosedLoop.RunAsync(Conversations, TimeSpan.FromSeconds(3), echo.TurnAsync);
        var (productAfter, baselineAfter) = await SettleAsync(program.Id, server.Id);

        return new FigureTable($"Idle: resident memory {Settling.TotalSeconds} s after the last work, against a bare minimal API")
            .Add("after the start", product, baseline, "MB", "< 120 MB")
            .Add("after some thousand turns", productAfter, baselineAfter, "MB");
    }

    private static async Task<(double Product, double Baseline)> SettleAsync(int product, int baseline)
    {
        using var timer = new PeriodicTimer(Settling);
        await timer.WaitForNextTickAsync();
        return (ProcessUse.ResidentMegabytes(product), ProcessUse.ResidentMegabytes(baseline));
    }
}
