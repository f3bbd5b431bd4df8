using System.Text.Json;
using SupportBot.Channels.Connector.Admission;
using SupportBot.Protocol.Activities;
using SupportBot.Protocol.Connector;

namespace SupportBot.Channels.Teams;

/// <summary>Reads Teams' activities into what a desk works with.</summary>
internal static class TeamsActivities
{
    /// <summary>Null when the activity names neither itself, nor who sent it to whom.</summary>
    public static TeamsOrigin? Origin(AdmittedActivity admitted)
    {
        var activity = admitted.Activity;
        return activity is { Id.Length: > 0, From.Id.Length: > 0, Recipient.Id.Length: > 0 }
            ? new TeamsOrigin
            {
                ActivityId = activity.Id,
                ConversationId = activity.Conversation!.Id!,
                Place = Place(activity.Conversation.ConversationType),
                TenantId = admitted.TenantId!,
                ServiceUrl = admitted.ServiceUrl,
                From = new TeamsPerson(activity.From.Id, activity.From.AadObjectId, activity.From.Name),
                Bot = new ChannelAccount { Id = activity.Recipient.Id, Name = activity.Recipient.Name },
            }
            : null;
    }

    public static TeamsMessage Message(TeamsOrigin origin, Activity activity)
    {
        var (text, mentionsBot) = MentionText.Strip(activity);
        return new TeamsMessage
        {
            Origin = origin,
            Text = text,
            MentionsBot = mentionsBot,
            Attachments = [.. (activity.Attachments ?? []).Where(attachment => !IsCopyOfText(attachment))],
            ReplyToId = activity.ReplyToId,
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
