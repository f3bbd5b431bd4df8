using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Benchmarks.Accounts;
using SupportBot.Benchmarks.Measuring;
using SupportBot.Benchmarks.Servers;
using SupportBot.Testing.Hosting;

namespace SupportBot.Benchmarks.Scenarios;

/// <summary>A full diagnosis through the support API, with platforms that are as far away as real ones.</summary>
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
        await using var host = await SupportBotHost.StartAsync(
            new Dictionary<string, string> { ["Demo:Snapshot"] = snapshot },
            folder,
            builder => builder.Services.AddSingleton<IStartupFilter>(new SlowPlatforms(Latency)));
        host.Http.DefaultRequestHeaders.Add("X-Api-Key", SupportBotHost.ApiKey);

        var (cold, warm, bare) = (new List<TimeSpan>(), new List<TimeSpan>(), new List<TimeSpan>());
        foreach (var seller in sellers)
        {
            cold.Add(await TimeAsync(host.Http, $"api/sellers/{seller}/diagnosis", HttpStatusCode.OK));
            warm.Add(await TimeAsync(host.Http, $"api/sellers/{seller}/diagnosis", HttpStatusCode.OK));
            bare.Add(await TimeAsync(host.Http, "sandbox/xero/connections", HttpStatusCode.Unauthorized));
        }

        var (first, again, one) = (new Percentiles(cold.Skip(WarmUps)), new Percentiles(warm.Skip(WarmUps)), new Percentiles(bare.Skip(WarmUps)));
        return new FigureTable($"Diagnosis with platforms {Latency.TotalMilliseconds} ms away, {first.Count} sellers, against one bare call")
            .Add("cold, p50", first.At(0.5), one.At(0.5), "ms")
            .Add("cold, p95", first.At(0.95), one.At(0.95), "ms", "< 400 ms")
            .Add("warm, p50", again.At(0.5), one.At(0.5), "ms")
            .Add("warm, p95", again.At(0.95), one.At(0.95), "ms", "< 60 ms");
    }

    private static async Task<TimeSpan> TimeAsync(HttpClient http, string path, HttpStatusCode expected)
    {
        var started = Stopwatch.GetTimestamp();
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        await response.Content.ReadAsByteArrayAsync();
        var took = Stopwatch.GetElapsedTime(started);
        return response.StatusCode == expected ? took : throw new InvalidOperationException($"{path} answered {response.StatusCode}.");
    }
}
