using SupportBot.Protocol;
using SupportBot.Protocol.Activities;
using SupportBot.Storage.Conversations;

namespace SupportBot.Turns;

/// <summary>
/// Makes the transcript line of an activity, which gets its id, time and conversation here. The time is real time even where a
/// demo fixes the product's clock: people see when something was said.
/// </summary>
internal static class TranscriptLines
{
    public static TranscriptEntry From(string conversationId, Activity activity)
    {
        var now = TimeProvider.System.GetUtcNow();
        var complete = activity with
        {
            Id = activity.Id ?? Guid.CreateVersion7().ToString("N"),
            Timestamp = now,
            Conversation = new ConversationAccount { Id = conversationId },
        };
        return new TranscriptEntry
        {
            ConversationId = conversationId,
            ActivityId = complete.Id!,
            Type = complete.Type ?? ActivityTypes.Message,
            Timestamp = now.UtcDateTime,
            ActivityJson = ActivityJson.Write(complete),
        };
    }
}
