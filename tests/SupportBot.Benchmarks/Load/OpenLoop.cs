using System.Diagnostics;
using System.Threading.Channels;
using SupportBot.Benchmarks.Measuring;

namespace SupportBot.Benchmarks.Load;

/// <summary>
/// A fixed number of turns a second, whether the product keeps up or not. A turn's time counts from when it was due, so a
/// product that stalls is charged for everyone who would have waited meanwhile.
/// </summary>
internal static class OpenLoop
{
    public static async Task<LoadResult> RunAsync(int conversations, int perSecond, TimeSpan duration, Func<int, Action, Task> turn)
    {
        var clock = Stopwatch.StartNew();
        var due = Enumerable.Range(0, conversations).Select(_ => Channel.CreateUnbounded<TimeSpan>()).ToArray();
        var talking = due.Select((channel, i) => Task.Run(() => TalkAsync(i, clock, channel.Reader, turn))).ToList();
        await GiveOutAsync(clock, due, perSecond, duration);
        var times = (await Task.WhenAll(talking)).SelectMany(t => t).ToList();
        return new LoadResult(clock.Elapsed, new Percentiles(times.Select(t => t.Accepted)), new Percentiles(times.Select(t => t.Answered)));
    }

    private static async Task GiveOutAsync(Stopwatch clock, Channel<TimeSpan>[] due, int perSecond, TimeSpan duration)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        var between = TimeSpan.FromSeconds(1) / perSecond;
        for (var (at, number) = (clock.Elapsed, 0); at < duration; at += between, number++)
        {
            while (clock.Elapsed < at)
            {
                await timer.WaitForNextTickAsync();
            }

            due[number % due.Length].Writer.TryWrite(at);
        }

        foreach (var channel in due)
        {
            channel.Writer.Complete();
        }
    }

    private static async Task<List<(TimeSpan Accepted, TimeSpan Answered)>> TalkAsync(
        int conversation, Stopwatch clock, ChannelReader<TimeSpan> due, Func<int, Action, Task> turn)
    {
        var times = new List<(TimeSpan, TimeSpan)>();
        await foreach (var at in due.ReadAllAsync())
        {
            var accepted = at;
            await turn(conversation, () => accepted = clock.Elapsed);
            times.Add((accepted - at, clock.Elapsed - at));
        }

        return times;
    }
}
