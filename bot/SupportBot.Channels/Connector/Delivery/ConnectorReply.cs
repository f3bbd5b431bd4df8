using System.Text.Json;
using System.Text.Json.Serialization;
using SupportBot.Protocol;
using SupportBot.Protocol.Activities;

namespace SupportBot.Channels.Connector.Delivery;

/// <summary>The payload of a promised reply.</summary>
/// <param name="Activity">Names its conversation; with an id it replaces the activity of that id.</param>
internal sealed record ConnectorReply(Uri ServiceUrl, JsonElement Activity)
{
    public static string Write(Uri serviceUrl, Activity activity) => JsonSerializer.Serialize(
        new ConnectorReply(serviceUrl, JsonSerializer.SerializeToElement(activity, ActivityJson.Default.Activity)), ConnectorReplyJson.Default.ConnectorReply);

    public static (Uri ServiceUrl, Activity Activity) Read(string payload)
    {
        var reply = JsonSerializer.Deserialize(payload, ConnectorReplyJson.Default.ConnectorReply) ?? throw new JsonException("A reply must be a JSON object.");
        return (reply.ServiceUrl, ActivityJson.Read(reply.Activity.GetRawText()));
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ConnectorReply))]
internal sealed partial class ConnectorReplyJson : JsonSerializerContext;
