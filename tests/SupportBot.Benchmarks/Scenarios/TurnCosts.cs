using SupportBot.Benchmarks.Load;
using SupportBot.Benchmarks.Servers;

namespace SupportBot.Benchmarks.Scenarios;

/// <summary>What one turn costs, counted inside the real host while the load comes from outside.</summary>
/// <param name="Commands">Round trips to the database of a turn that has no neighbours.</param>
/// <param name="Commits">Of a turn that has no neighbours.</param>
/// <param name="SharedCommits">A turn's share where 32 conversations talk at once.</param>
internal sealed record TurnCosts(double AllocatedKilobytes, double Commands, double Commits, double SharedCommits)
{
    private const int Conversations = 32;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(4);

    public static async Task<TurnCosts> MeasureAsync()
    {
        await using var host = await ChildProcess.StartAsync(CountedHost.Name);
        using var talk = await SmallTalk.OpenAsync(host.Address, Conversations);
        await WarmUp.RunAsync(Conversations, talk.TurnAsync);
        var (allocated, turns) = await CountAsync(host, CountedHost.Allocations, Conversations, talk);
        var (alone, turnsAlone) = await CountAsync(host, CountedHost.Commands, 1, talk);
        var (shared, turnsShared) = await CountAsync(host, CountedHost.Commands, Conversations, talk);
        return new TurnCosts(
            allocated.AllocatedBytes / 1024.0 / turns,
            (double)alone.Commands / turnsAlone,
            (double)alone.Commits / turnsAlone,
            (double)shared.Commits / turnsShared);
    }

    private static async Task<(Counts Used, int Turns)> CountAsync(ChildProcess host, string what, int conversations, SmallTalk talk)
    {
        var before = Counts.Read(await host.AskAsync(what));
        var load = await ClosedLoop.RunAsync(conversations, Duration, talk.TurnAsync);
        return (Counts.Read(await host.AskAsync(what)) - before, load.Answered.Count);
    }
}
