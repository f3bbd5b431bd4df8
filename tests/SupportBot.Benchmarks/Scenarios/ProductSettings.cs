namespace SupportBot.Benchmarks.Scenarios;

internal static class ProductSettings
{
    /// <summary>All load comes from one address and one user, whom the limits of the product would rightly stop.</summary>
    public static IReadOnlyDictionary<string, string> ForLoad { get; } = new Dictionary<string, string>
    {
        ["WebChat:RequestsPerSecondPerUser"] = "1000000",
        ["WebChat:RequestBurstPerUser"] = "1000000",
        ["WebChat:RequestsPerSecondPerAddress"] = "1000000",
        ["WebChat:RequestBurstPerAddress"] = "1000000",
        ["WebChat:MaxStreamsPerUser"] = "1000",
    };
}
