namespace SupportBot.Storage.Conversations;

/// <summary>
/// An accepted event that a turn works off. Its key makes acceptance idempotent, so finished events stay.
/// </summary>
public sealed class InboxEvent
{
    public required string ConversationId { get; set; }

    /// <summary>What the sender calls the event: an activity id, a Direct Line client id, a Message-ID.</summary>
    public required string Key { get; set; }

    /// <summary>The transcript entry that carries the event; also the order in which events run.</summary>
    public long Sequence { get; set; }

    public InboxState State { get; set; }

    /// <summary>Failed or interrupted runs so far.</summary>
    public int Attempts { get; set; }

    public DateTime AcceptedAt { get; set; }

    /// <summary>Real time (not the demo clock) before which the event is not run; null: at once.</summary>
    public DateTime? DueAt { get; set; }
}

public enum InboxState
{
    Pending,
    Done,

    /// <summary>Given up after its last attempt; a ticket tells of it.</summary>
    Failed,
}
