using System.Text.Json;

namespace SupportBot.Channels.Requests;

internal static class JsonText
{
    /// <summary>What no database keeps in a text.</summary>
    private const char Nul = '\0';

    public static string WithoutNul(string text) => text.Replace("\0", "", StringComparison.Ordinal);

    /// <summary>
    /// False when a text holds half of a surrogate pair, on which .NET throws, or U+0000: JSON allows both, and whoever reads
    /// the element later could do nothing about it.
    /// </summary>
    public static bool IsWellFormed(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.String => !element.GetString()!.Contains(Nul),
                JsonValueKind.Array => element.EnumerateArray().All(IsWellFormed),
                JsonValueKind.Object => element.EnumerateObject().All(property => !property.Name.Contains(Nul) && IsWellFormed(property.Value)),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
