using SupportBot.Storage.Outbox;
using SupportBot.Turns.Inbox;

namespace SupportBot.Turns.Outbox;

/// <summary>What a conversation learns of outbox work when no worker speaks for it.</summary>
internal static class OutboxNews
{
    /// <summary>
    /// Null for work that belongs to no conversation: health and the support API show it all the same. Work that is tried again may be
    /// given up again, and that is other news.
    /// </summary>
    public static InboundEvent? GivenUp(OutboxItem item) => item.ConversationId is null
        ? null
        : new InboundEvent(item.ConversationId, $"outbox:{item.Id}:given-up:{item.NextAttemptAt.Ticks}", BotActivities.WorkGivenUp(item.Kind));
}
