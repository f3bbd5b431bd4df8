using SupportBot.Benchmarks.Load;
using SupportBot.Benchmarks.Measuring;
using SupportBot.Benchmarks.Servers;
using SupportBot.Testing.Hosting;

namespace SupportBot.Benchmarks.Scenarios;

/// <summary>Turns through Direct Line, accept and reply, as many as fit; and what each of them costs.</summary>
internal static class Turns
{
    private const int Conversations = 32;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(10);

    public static async Task<FigureTable> RunAsync()
    {
        var (product, productCpu) = await MeasureProductAsync();
        var (baseline, baselineCpu) = await MeasureBaselineAsync();
        var costs = await TurnCosts.MeasureAsync();
        return new FigureTable($"Turns: {Conversations} conversations at once, SQLite flushed with every commit, against a bare echo")
            .Add("turns a second", product.TurnsPerSecond, baseline.TurnsPerSecond, aim: "≥ 1,000")
            .Add("processor time a turn", productCpu.TotalMicroseconds / product.Answered.Count, baselineCpu.TotalMicroseconds / baseline.Answered.Count, "µs")
            .Add("accepted, p50", product.Accepted.At(0.5), baseline.Accepted.At(0.5), "ms")
            .Add("accepted, p99", product.Accepted.At(0.99), baseline.Accepted.At(0.99), "ms")
            .Add("answered, p50", product.Answered.At(0.5), baseline.Answered.At(0.5), "ms")
            .Add("answered, p99", product.Answered.At(0.99), baseline.Answered.At(0.99), "ms")
            .Add("allocated a turn", costs.AllocatedKilobytes, unit: "KB")
            .Add("database commands a turn, alone", costs.Commands)
            .Add("commits a turn, alone", costs.Commits)
            .Add("commits a turn, 32 at once", costs.SharedCommits);
    }

    private static async Task<(LoadResult Result, TimeSpan Cpu)> MeasureProductAsync()
    {
        using var folder = new TemporaryFolder();
        await using var program = new SupportBotProcess(folder, ProductSettings.ForLoad);
        await program.StartAsync();
        using var talk = await SmallTalk.OpenAsync(program.Http.BaseAddress!, Conversations);
        return await MeasureAsync(program.Id, talk.TurnAsync);
    }

    private static async Task<(LoadResult Result, TimeSpan Cpu)> MeasureBaselineAsync()
    {
        await using var server = await ChildProcess.StartAsync(EchoServer.Name);
        using var talk = await EchoTalk.OpenAsync(server.Address, Conversations);
        return await MeasureAsync(server.Id, talk.TurnAsync);
    }

    private static async Task<(LoadResult Result, TimeSpan Cpu)> MeasureAsync(int processId, Func<int, Action, Task> turn)
    {
        await WarmUp.RunAsync(Conversations, turn);
        var before = ProcessUse.Cpu(processId);
        var result = await ClosedLoop.RunAsync(Conversations, Duration, turn);
        return (result, ProcessUse.Cpu(processId) - before);
    }
}
