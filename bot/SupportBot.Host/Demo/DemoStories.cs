using System.Text.Json;

namespace SupportBot.Host.Demo;

/// <summary>One line on each built-in demo seller, for the picker.</summary>
internal static class DemoStories
{
    private static readonly Dictionary<string, string> Stories = Read();

    public static string Of(string sellerId) => Stories.GetValueOrDefault(sellerId, "From a snapshot of your own.");

    private static Dictionary<string, string> Read()
    {
        using var stream = typeof(DemoStories).Assembly.GetManifestResourceStream("demo-stories.json")!;
        return JsonSerializer.Deserialize(stream, DemoJson.Default.DictionaryStringString)!;
    }
}
