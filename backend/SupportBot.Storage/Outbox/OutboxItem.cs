namespace SupportBot.Storage.Outbox;

/// <summary>
/// Something to do outside that a commit promised: it is done at least once, or ends visibly as <see cref="OutboxState.Dead"/>.
/// All times are real time, not the demo clock.
/// </summary>
public sealed class OutboxItem
{
    /// <summary>Unguessable; also what makes the outside call idempotent.</summary>
    public required string Id { get; set; }

    /// <summary>Which worker does it, such as <c>send-settlement</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>The conversation that learns the result; null for work that belongs to none.</summary>
    public string? ConversationId { get; set; }

    /// <summary>Items of one key are done one after another, in the order of <see cref="Position"/>.</summary>
    public required string OrderingKey { get; set; }

    /// <summary>Grows with every item of this process; starts as the ticks of its creation.</summary>
    public long Position { get; set; }

    /// <summary>What the worker needs, JSON. Never a secret: whatever needs one reads it when it runs.</summary>
    public required string Payload { get; set; }

    public OutboxState State { get; set; }

    /// <summary>Runs begun. It names the run that holds the lease, so that a run that was overtaken cannot store its outcome.</summary>
    public int Attempts { get; set; }

    public DateTime NextAttemptAt { get; set; }

    /// <summary>Until when the run under way may work; a run still open after that is taken for dead.</summary>
    public DateTime? LeaseUntil { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>A short code such as <c>platform-offline</c>; never a message or anything secret.</summary>
    public string? LastError { get; set; }
}

public enum OutboxState
{
    Pending,
    Done,

    /// <summary>Given up; health and the support API show it.</summary>
    Dead,
}
