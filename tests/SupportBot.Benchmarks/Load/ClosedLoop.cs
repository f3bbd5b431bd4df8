using System.Diagnostics;
using SupportBot.Benchmarks.Measuring;

namespace SupportBot.Benchmarks.Load;

/// <summary>As much as fits: everyone sends the next message as soon as the last is answered.</summary>
internal static class ClosedLoop
{
    /// <param name="turn">One turn of the given conversation; calls back when the message is accepted.</param>
    public static async Task<LoadResult> RunAsync(int conversations, TimeSpan duration, Func<int, Action, Task> turn)
    {
        var clock = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, conversations).Select(i => Task.Run(() => TalkAsync(i, clock, duration, turn))));
        var elapsed = clock.Elapsed;
        var all = times.SelectMany(t => t).ToList();
        return new LoadResult(elapsed, new Percentiles(all.Select(t => t.Accepted)), new Percentiles(all.Select(t => t.Answered)));
    }

    private static async Task<List<(TimeSpan Accepted, TimeSpan Answered)>> TalkAsync(
        int conversation, Stopwatch clock, TimeSpan duration, Func<int, Action, Task> turn)
    {
        var times = new List<(TimeSpan, TimeSpan)>();
        while (clock.Elapsed < duration)
        {
            var sent = clock.Elapsed;
            var accepted = sent;
            await turn(conversation, () => accepted = clock.Elapsed);
            times.Add((accepted - sent, clock.Elapsed - sent));
        }

        return times;
    }
}
