using System.Text.Json;

namespace SupportBot.Benchmarks.Servers;

/// <summary>What the product has used since it started. Commands and commits count from when <see cref="CountedHost"/> was first asked for them.</summary>
internal sealed record Counts(long AllocatedBytes, long Commands, long Commits)
{
    public static Counts Read(string line) => JsonSerializer.Deserialize<Counts>(line)!;

    public string Write() => JsonSerializer.Serialize(this);

    public static Counts operator -(Counts left, Counts right) =>
        new(left.AllocatedBytes - right.AllocatedBytes, left.Commands - right.Commands, left.Commits - right.Commits);
}
