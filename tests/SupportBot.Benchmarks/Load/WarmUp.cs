using System.Diagnostics;

namespace SupportBot.Benchmarks.Load;

/// <summary>
/// Lets the runtime compile what is hot. Counted in turns, because on a busy machine seconds say nothing about how much of that is
/// done; bounded in time, because a slow product must still be measured.
/// </summary>
internal static class WarmUp
{
    private const int Turns = 10_000;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static async Task RunAsync(int conversations, Func<int, Action, Task> turn)
    {
        var clock = Stopwatch.StartNew();
        for (var turns = 0; turns < Turns && clock.Elapsed < Longest;)
        {
            turns += (await ClosedLoop.RunAsync(conversations, Round, turn)).Answered.Count;
        }
    }
}
