using System.Text.Json;

namespace SupportBot.Channels.WebChat.Activities;

internal static class JsonText
{
    /// <summary>
    /// False when a text holds half of a surrogate pair: JSON allows that, .NET throws on it, and whoever reads the element
    /// later could do nothing about it.
    /// </summary>
    public static bool IsWellFormed(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.String => element.GetString() is not null,
                JsonValueKind.Array => element.EnumerateArray().All(IsWellFormed),
                JsonValueKind.Object => element.EnumerateObject().All(property => property.Name is not null && IsWellFormed(property.Value)),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
