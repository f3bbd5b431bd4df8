using SupportBot.Protocol.Activities;
using SupportBot.Storage;
using SupportBot.Storage.Conversations;

namespace SupportBot.Turns.Inbox;

/// <summary>One thing that arrived on a channel, in the product's words.</summary>
/// <param name="Key">What the sender calls it; the same key again in the same conversation changes nothing. At most 200 characters.</param>
/// <param name="Activity">
/// As it is to stand in the transcript: identity already taken from the token. <c>Id</c>, <c>Timestamp</c> and
/// <c>Conversation</c> are filled in when it is accepted.
/// </param>
/// <param name="Files">Stored in the same commit; the activity's attachments point at them.</param>
public sealed record InboundEvent(string ConversationId, string Key, Activity Activity, IReadOnlyList<StoredFile>? Files = null)
{
    /// <summary>What the event tells of, stored in the same commit; as in <see cref="Commits.CommitUnit.Changes"/>.</summary>
    public Action<SupportDbContext>? Changes { get; init; }
}

/// <summary>The answer to the sender, the same for a repeated event.</summary>
/// <param name="Sequence">The event's place in the transcript: what comes of it stands behind.</param>
public sealed record Accepted(string ActivityId, long Sequence, bool Repeated);
