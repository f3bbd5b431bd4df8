using SupportBot.Storage;
using SupportBot.Storage.Conversations;

namespace SupportBot.Turns.Inbox;

/// <summary>An event on its way into the inbox: its transcript line, and the row that says a turn is due.</summary>
internal sealed record NewEvent(TranscriptEntry Entry, string Key, DateTime AcceptedAt, DateTime? DueAt)
{
    public static NewEvent From(InboundEvent inbound, DateTime? dueAt = null)
    {
        var entry = TranscriptLines.From(inbound.ConversationId, inbound.Activity);
        return new NewEvent(entry, inbound.Key, entry.Timestamp, dueAt);
    }

    /// <summary>Called once the entry has its sequence.</summary>
    public void AddTo(SupportDbContext db) => db.Inbox.Add(new InboxEvent
    {
        ConversationId = Entry.ConversationId,
        Key = Key,
        Sequence = Entry.Sequence,
        AcceptedAt = AcceptedAt,
        DueAt = DueAt,
    });
}
