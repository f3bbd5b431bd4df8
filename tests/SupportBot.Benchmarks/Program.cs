using SupportBot.Benchmarks.Measuring;
using SupportBot.Benchmarks.Scenarios;
using SupportBot.Benchmarks.Servers;

namespace SupportBot.Benchmarks;

internal static class Program
{
    private static readonly (string Name, string Measures, Func<Task<FigureTable>> RunAsync)[] Scenarios =
    [
        ("turns", "turns a second through Direct Line, and what a turn costs", Turns.RunAsync),
        ("turns-latency", "how long an answer takes at 200 turns a second", TurnsLatency.RunAsync),
        ("diagnosis", "our own tables read for a full diagnosis, and how that grows", DiagnosisReads.RunAsync),
        ("diagnosis-platform", "a full diagnosis with platforms 50 ms away, cold and warm", DiagnosisPlatform.RunAsync),
        ("desk", "how long cases and answers take between sellers and agents in Teams", Desk.RunAsync),
        ("start", "time until the built program is ready", Startup.RunAsync),
        ("idle", "resident memory when nothing happens", Idle.RunAsync),
    ];

    public static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case [EchoServer.Name, var address]:
                await EchoServer.RunAsync(address);
                return 0;
            case [CountedHost.Name, var address]:
                await CountedHost.RunAsync(address);
                return 0;
            case ["all"]:
                return await RunAsync(Scenarios.Select(scenario => scenario.Name));
            case { Length: > 0 } when args.All(name => Scenarios.Any(scenario => scenario.Name == name)):
                return await RunAsync(args);
            default:
                await Console.Out.WriteLineAsync(Usage());
                return args is ["--help"] ? 0 : 2;
        }
    }

    private static async Task<int> RunAsync(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            var table = await Scenarios.Single(scenario => scenario.Name == name).RunAsync();
            await Console.Out.WriteLineAsync(table.ToMarkdown());
        }

        return 0;
    }

    private static string Usage() =>
        "dotnet run -c Release --project tests/SupportBot.Benchmarks -- <scenario> …\n\n"
        + string.Join('\n', Scenarios.Select(scenario => $"  {scenario.Name,-20} {scenario.Measures}"))
        + "\n  all                  every one of them, one after the other";
}
