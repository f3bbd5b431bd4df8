using System.Text.Json;
using System.Text.Json.Serialization;
using SupportBot.Protocol.Activities;
using SupportBot.Storage;

namespace SupportBot.Turns.Inbox;

/// <summary>Tells a conversation that its seller has reconnected Xero or QuickBooks. Never leaves by a channel.</summary>
public sealed record ReconnectedEvent(string Platform, string ConnectionId)
{
    private const string Name = "supportbot/reconnected";

    /// <param name="platform"><c>xero</c> or <c>quickbooks</c>.</param>
    /// <param name="store">Stores the connection, in the event's own commit.</param>
    public static InboundEvent For(string conversationId, string key, string platform, string connectionId, Action<SupportDbContext> store)
    {
        var value = JsonSerializer.SerializeToElement(new ReconnectedEvent(platform, connectionId), ReconnectedJson.Default.ReconnectedEvent);
        return new InboundEvent(conversationId, key, new Activity { Type = ActivityTypes.Event, Name = Name, From = BotActivities.Bot, Value = value }) { Changes = store };
    }

    /// <summary>Null for any other activity, and for one that a person claims to be this.</summary>
    internal static ReconnectedEvent? Read(Activity activity) =>
        activity is { Type: ActivityTypes.Event, Name: Name, From.Role: "bot", Value: { } value }
            ? value.Deserialize(ReconnectedJson.Default.ReconnectedEvent)
            : null;
}

[JsonSerializable(typeof(ReconnectedEvent))]
internal sealed partial class ReconnectedJson : JsonSerializerContext;
