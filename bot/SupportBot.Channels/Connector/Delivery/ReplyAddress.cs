using SupportBot.Channels.Connector.Admission;
using SupportBot.Protocol.Activities;

namespace SupportBot.Channels.Connector.Delivery;

/// <summary>Where an answer to an activity goes, and from whom to whom.</summary>
internal sealed record ReplyAddress(Uri ServiceUrl, string ConversationId, string ActivityId, ChannelAccount Bot, ChannelAccount Person)
{
    /// <summary>Null when the activity names neither itself, nor who sent it to whom.</summary>
    public static ReplyAddress? Of(AdmittedActivity admitted) => admitted.Activity is { Id.Length: > 0, From.Id.Length: > 0, Recipient.Id.Length: > 0 } activity
        ? new ReplyAddress(
            admitted.ServiceUrl,
            activity.Conversation!.Id!,
            activity.Id,
            new ChannelAccount { Id = activity.Recipient.Id, Name = activity.Recipient.Name },
            new ChannelAccount { Id = activity.From.Id, Name = activity.From.Name })
        : null;
}
