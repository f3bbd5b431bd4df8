using System.Text.Json;
using SupportBot.Channels.Connector.Admission;
using SupportBot.Channels.Connector.Delivery;
using SupportBot.Protocol.Activities;
using SupportBot.Protocol.Connector;

namespace SupportBot.Channels.Teams;

/// <summary>Reads Teams' activities into what a desk works with.</summary>
internal static class TeamsActivities
{
    public static TeamsOrigin Origin(AdmittedActivity admitted, ReplyAddress address) => new()
    {
        ActivityId = address.ActivityId,
        ConversationId = address.ConversationId,
        Place = Place(admitted.Activity.Conversation!.ConversationType),
        ServiceUrl = admitted.ServiceUrl,
        From = new TeamsPerson(address.Person.Id!, admitted.Activity.From!.AadObjectId, address.Person.Name),
        Bot = address.Bot,
    };

    public static TeamsMessage Message(TeamsOrigin origin, Activity activity)
    {
        var said = MentionText.Strip(activity);
        return new TeamsMessage
        {
            Origin = origin,
            Text = said.Text,
            Unaddressed = said.Unaddressed,
            MentionsBot = said.MentionsRecipient,
            Attachments = [.. (activity.Attachments ?? []).Where(attachment => !IsCopyOfText(attachment))],
        };
    }

    /// <summary>Null for an activity that is no press of a button.</summary>
    public static TeamsCardAction? CardAction(TeamsOrigin origin, Activity activity)
    {
        var (verb, data) = activity switch
        {
            { Type: ActivityTypes.Invoke, Value: { } value } => Executed(value),
            { Value: { ValueKind: JsonValueKind.Object } value } => (Verb(value), value),
            _ => (null, default),
        };
        return verb is null || data.ValueKind != JsonValueKind.Object
            ? null
            : new TeamsCardAction { Origin = origin, Verb = verb, Data = data, CardActivityId = activity.ReplyToId };
    }

    private static (string? Verb, JsonElement Data) Executed(JsonElement value)
    {
        try
        {
            var action = value.ValueKind == JsonValueKind.Object ? value.Deserialize(ConnectorJson.Default.CardActionValue)?.Action : null;
            return (action?.Verb, action?.Data ?? default);
        }
        catch (JsonException)
        {
            return (null, default);
        }
    }

    private static string? Verb(JsonElement data) =>
        data.TryGetProperty("verb", out var verb) && verb.ValueKind == JsonValueKind.String ? verb.GetString() : null;

    private static TeamsPlace? Place(string? conversationType) => conversationType switch
    {
        "personal" => TeamsPlace.Personal,
        "groupChat" => TeamsPlace.GroupChat,
        "channel" => TeamsPlace.Channel,
        _ => null,
    };

    /// <summary>Teams sends every message a second time as HTML.</summary>
    private static bool IsCopyOfText(Attachment attachment) => attachment is { ContentType: "text/html", ContentUrl: null };
}
