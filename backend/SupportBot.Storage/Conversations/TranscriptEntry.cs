namespace SupportBot.Storage.Conversations;

/// <summary>
/// One activity of a conversation, in order. For web chat the transcript is also the delivery:
/// <see cref="Sequence"/> is the Direct Line watermark.
/// </summary>
public sealed class TranscriptEntry
{
    public required string ConversationId { get; set; }

    /// <summary>1, 2, 3 … within the conversation, in commit order; assigned when committed.</summary>
    public long Sequence { get; set; }

    /// <summary>Not unique: the same id again replaces the earlier activity in the reader's view.</summary>
    public required string ActivityId { get; set; }

    public required string Type { get; set; }

    public DateTime Timestamp { get; set; }

    /// <summary>The activity as it goes over the wire.</summary>
    public required string ActivityJson { get; set; }
}
