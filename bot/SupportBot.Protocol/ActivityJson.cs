using System.Text.Json;
using System.Text.Json.Serialization;
using SupportBot.Protocol.Activities;

namespace SupportBot.Protocol;

/// <summary>The wire format of activities: camelCase, nulls left out, unknown fields kept.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNameCaseInsensitive = false)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(IReadOnlyList<Activity>))]
public sealed partial class ActivityJson : JsonSerializerContext
{
    public static string Write(Activity activity) => JsonSerializer.Serialize(activity, Default.Activity);

    public static Activity Read(string json) =>
        JsonSerializer.Deserialize(json, Default.Activity) ?? throw new JsonException("An activity must be a JSON object.");
}
