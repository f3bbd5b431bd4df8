using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SupportBot.Accounts.Accounting;

internal static class Json
{
    /// <summary>Null where the text is no such JSON: platforms answer HTML and XML where JSON was asked for.</summary>
    public static T? TryRead<T>(string text, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(text, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
