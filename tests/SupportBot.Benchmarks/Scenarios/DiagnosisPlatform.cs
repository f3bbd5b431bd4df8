using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Accounts;
using SupportBot.Accounts.Diagnoses;
using SupportBot.Benchmarks.Accounts;
using SupportBot.Benchmarks.Measuring;
using SupportBot.Benchmarks.Servers;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Testing.Hosting;

namespace SupportBot.Benchmarks.Scenarios;

/// <summary>
/// A full diagnosis with platforms that are as far away as real ones: the first look, as the support API makes it too; the look after "done",
/// which reads everything anew; and a closer look at one settlement of what the same conversation has just looked at.
/// </summary>
internal static class DiagnosisPlatform
{
    private const int Copies = 12;
    private const int WarmUps = 40;

    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(50);

    public static async Task<FigureTable> RunAsync()
    {
        using var folder = new TemporaryFolder();
        var snapshot = folder.File("sellers.json");
        var sellers = ManySellers.Write(snapshot, Copies);
        var platforms = new SlowPlatforms(Latency);
        await using var host = await SupportBotHost.StartAsync(
            new Dictionary<string, string> { ["Demo:Snapshot"] = snapshot },
            folder,
            builder => builder.Services.AddSingleton<IStartupFilter>(platforms));
        host.Http.DefaultRequestHeaders.Add("X-Api-Key", SupportBotHost.ApiKey);
        var runner = host.Services.GetRequiredService<DiagnosisRunner>();

        var (first, done, remembered, reread, bare) = (new List<TimeSpan>(), new List<TimeSpan>(), new List<TimeSpan>(), new List<TimeSpan>(), new List<TimeSpan>());
        foreach (var (number, seller) in sellers.Index())
        {
            if (number == WarmUps)
            {
                new[] { first, done, remembered, reread, bare }.ToList().ForEach(times => times.Clear());
            }

            first.Add(await TimeAsync(() => GetAsync(host.Http, $"api/sellers/{seller}/diagnosis", HttpStatusCode.OK)));
            bare.Add(await TimeAsync(() => GetAsync(host.Http, "sandbox/xero/connections", HttpStatusCode.Unauthorized)));

            AccountReport? seen = null;
            done.Add(await TimeAsync(async () => seen = await LookAsync(runner, seller, DiagnosisScope.Everything, mayRemember: false)));
            var asked = platforms.Calls;
            var closer = await TimeAsync(() => LookAsync(runner, seller, new DiagnosisScope(seen!.Diagnosis.SettlementId), mayRemember: true));
            (platforms.Calls == asked ? remembered : reread).Add(closer);
        }

        var (cold, fresh, warm, anew, one) = (new Percentiles(first), new Percentiles(done), new Percentiles(remembered), new Percentiles(reread), new Percentiles(bare));
        return new FigureTable($"Diagnosis with platforms {Latency.TotalMilliseconds} ms away, {cold.Count} sellers, against one bare call")
            .Add("first look, p50", cold.At(0.5), one.At(0.5), "ms")
            .Add("first look, p95", cold.At(0.95), one.At(0.95), "ms", "< 400 ms")
            .Add("after \"done\", p50", fresh.At(0.5), one.At(0.5), "ms")
            .Add("after \"done\", p95", fresh.At(0.95), one.At(0.95), "ms")
            .Add("closer look from memory, p50", warm.At(0.5), one.At(0.5), "ms")
            .Add("closer look from memory, p95", warm.At(0.95), one.At(0.95), "ms", "< 60 ms")
            .Add("closer look that showed a problem and was read anew, p50", anew.At(0.5), one.At(0.5), "ms")
            .Add("closer look that showed a problem and was read anew, p95", anew.At(0.95), one.At(0.95), "ms")
            .Add("closer looks from memory", 100.0 * warm.Count / cold.Count, unit: "%");
    }

    private static async Task<AccountReport> LookAsync(DiagnosisRunner runner, string seller, DiagnosisScope scope, bool mayRemember) =>
        await runner.RunAsync(seller, scope, new ConversationMemory($"conversation-of-{seller}", mayRemember), CancellationToken.None)
        ?? throw new InvalidOperationException($"There is no {seller}.");

    private static async Task<TimeSpan> TimeAsync(Func<Task> act)
    {
        var started = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(started);
    }

    private static async Task GetAsync(HttpClient http, string path, HttpStatusCode expected)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        await response.Content.ReadAsByteArrayAsync();
        if (response.StatusCode != expected)
        {
            throw new InvalidOperationException($"{path} answered {response.StatusCode}.");
        }
    }
}
