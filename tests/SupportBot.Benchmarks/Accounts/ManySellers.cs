using System.Text.Json.Nodes;
using SupportBot.Accounts;

namespace SupportBot.Benchmarks.Accounts;

/// <summary>A snapshot with many copies of the demo sellers whose platforms answer, so that each can be looked at for the first time.</summary>
internal static class ManySellers
{
    private const string Resources = "demo/";

    /// <summary>The sellers' ids, and the snapshot as a file for <c>Demo:Snapshot</c>.</summary>
    public static IReadOnlyList<string> Write(string file, int copies)
    {
        var stories = Stories().ToList();
        var sellers = new JsonArray();
        for (var copy = 0; copy < copies; copy++)
        {
            foreach (var story in stories)
            {
                var seller = story.DeepClone();
                seller["id"] = $"{(string)seller["id"]!}-{copy}";
                sellers.Add(seller);
            }
        }

        var snapshot = new JsonObject { ["now"] = "2026-03-20T09:00:00Z", ["sellers"] = sellers };
        File.WriteAllText(file, snapshot.ToJsonString());
        return [.. sellers.Select(seller => (string)seller!["id"]!)];
    }

    private static IEnumerable<JsonNode> Stories()
    {
        var assembly = typeof(DiagnosisRunner).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Resources, StringComparison.Ordinal)))
        {
            using var resource = assembly.GetManifestResourceStream(name)!;
            foreach (var seller in JsonNode.Parse(resource)!["sellers"]!.AsArray().Where(seller => Answers(seller!)))
            {
                yield return seller!;
            }
        }
    }

    private static bool Answers(JsonNode seller) =>
        seller["bookkeeping"]!.AsArray().All(connection => (string?)connection!["sandbox"]?["availability"] is null or "up");
}
