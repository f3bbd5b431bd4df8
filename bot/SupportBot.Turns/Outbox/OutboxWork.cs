using SupportBot.Storage.Outbox;

namespace SupportBot.Turns.Outbox;

/// <summary>Work towards the outside that a commit promises. Add the row that <see cref="ToItem"/> makes in that commit.</summary>
/// <param name="Kind">The key of the <see cref="IOutboxWorker"/> that does it; at most 64 characters.</param>
/// <param name="OrderingKey">Items of one key are done one after another, in order; different keys side by side. At most 200 characters.</param>
/// <param name="Payload">JSON for the worker; no secrets.</param>
/// <param name="ConversationId">Whom the result concerns; its seller is told when the work had to be given up.</param>
public sealed record OutboxWork(string Kind, string OrderingKey, string Payload, string? ConversationId = null)
{
    private static long s_lastPosition;

    /// <param name="id">Given where the same work must not be promised twice: a second row of the same id is refused. Otherwise made here.</param>
    public OutboxItem ToItem(string? id = null)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new OutboxItem
        {
            Id = id ?? Guid.CreateVersion7().ToString("N"),
            Kind = Kind,
            ConversationId = ConversationId,
            OrderingKey = OrderingKey,
            Position = NextPosition(now),
            Payload = Payload,
            CreatedAt = now,
            NextAttemptAt = now,
        };
    }

    /// <summary>Two items of one commit must not tie, so the clock alone will not do.</summary>
    private static long NextPosition(DateTime now)
    {
        while (true)
        {
            var last = Interlocked.Read(ref s_lastPosition);
            var next = Math.Max(last + 1, now.Ticks);
            if (Interlocked.CompareExchange(ref s_lastPosition, next, last) == last)
            {
                return next;
            }
        }
    }
}
