using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SupportBot.Benchmarks.Accounts;
using SupportBot.Benchmarks.Measuring;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Benchmarks.Scenarios;

/// <summary>A full diagnosis of an account with fifty channels without the platforms: our own tables, the checks, the verdict.</summary>
internal static class DiagnosisReads
{
    private const int Runs = 200;
    private const int WarmUps = 30;

    public static async Task<FigureTable> RunAsync()
    {
        await using var small = await AccountDatabase.CreateAsync(10_000);
        await using var usual = await AccountDatabase.CreateAsync(20_000);
        await using var huge = await AccountDatabase.CreateAsync(1_000_000);
        using Measurement first = new(usual), second = new(small), third = new(huge);
        Measurement[] all = [first, second, third];
        foreach (var measurement in all)
        {
            await measurement.RecordAsync();
        }

        // In turns, so that what else the machine does falls on all of them.
        for (var run = 0; run < WarmUps + Runs; run++)
        {
            foreach (var measurement in all)
            {
                await measurement.RunAsync();
            }
        }

        var (usualTimes, bareTimes) = first.Take();
        var (smallTimes, smallBare) = second.Take();
        var (hugeTimes, hugeBare) = third.Take();
        var growth = hugeTimes.At(0.5) / smallTimes.At(0.5);
        return new FigureTable($"Diagnosis: our own tables ({usual.Queries.Count} queries), 50 channels, against the bare queries")
            .Add("20,000 settlements, p50", usualTimes.At(0.5), bareTimes.At(0.5), "ms")
            .Add("20,000 settlements, p95", usualTimes.At(0.95), bareTimes.At(0.95), "ms", "< 50 ms")
            .Add("10,000 settlements, p50", smallTimes.At(0.5), smallBare.At(0.5), "ms")
            .Add("1,000,000 settlements, p50", hugeTimes.At(0.5), hugeBare.At(0.5), "ms")
            .Add("1,000,000 against 10,000, p50", growth, unit: "times", aim: "≤ 1.5 times");
    }

    private sealed class Measurement(AccountDatabase database) : IDisposable
    {
        private readonly SqliteConnection _connection = new(database.ConnectionString);
        private readonly List<TimeSpan> _product = [];
        private readonly List<TimeSpan> _bare = [];

        /// <summary>Notes the queries of one diagnosis, for the baseline to repeat.</summary>
        public async Task RecordAsync()
        {
            database.Queries.IsRecording = true;
            var diagnosis = await database.DiagnoseAsync();
            database.Queries.IsRecording = false;
            if (diagnosis.RootCause != Cause.AccountingDisconnected || diagnosis.Checks.Count == 0)
            {
                throw new InvalidOperationException($"The diagnosis is not the one to be measured: {diagnosis.RootCause}.");
            }

            _connection.Open();
        }

        public async Task RunAsync()
        {
            var started = Stopwatch.GetTimestamp();
            await database.DiagnoseAsync();
            _product.Add(Stopwatch.GetElapsedTime(started));
            started = Stopwatch.GetTimestamp();
            database.Queries.Replay(_connection);
            _bare.Add(Stopwatch.GetElapsedTime(started));
        }

        public (Percentiles Product, Percentiles Bare) Take() => (new(_product.Skip(WarmUps)), new(_bare.Skip(WarmUps)));

        public void Dispose() => _connection.Dispose();
    }
}
