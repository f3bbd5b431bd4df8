using SupportBot.Benchmarks.Scenarios;
using SupportBot.Testing.Hosting;

namespace SupportBot.Benchmarks.Servers;

/// <summary>The real host, which says on its standard output what it has used whenever a line comes in.</summary>
internal static class CountedHost
{
    public const string Name = "counted-host";

    public const string Allocations = "allocations";

    /// <summary>Listening to the database allocates a little itself, so it begins only with this.</summary>
    public const string Commands = "commands";

    public static async Task RunAsync(string address)
    {
        await using var host = await SupportBotHost.StartAsync(new Dictionary<string, string>(ProductSettings.ForLoad) { ["urls"] = address });
        DatabaseCounter? database = null;
        while (await Console.In.ReadLineAsync() is { } line)
        {
            database ??= line == Commands ? new DatabaseCounter() : null;
            var counts = new Counts(GC.GetTotalAllocatedBytes(), database?.Commands ?? 0, database?.Commits ?? 0);
            await Console.Out.WriteLineAsync(counts.Write());
        }
    }
}
