using SupportBot.Storage;
using SupportBot.Storage.Outbox;

namespace SupportBot.Turns.Outbox;

/// <summary>What a run may still commit.</summary>
public static class OutboxLease
{
    /// <summary>
    /// For a commit in the middle of a run: it fails as a conflict when another run has taken the item over, so that whoever was overtaken
    /// changes nothing more. The count of runs, which is the concurrency token, tells.
    /// </summary>
    public static void MustBeHeldBy(this SupportDbContext database, OutboxItem run)
    {
        var held = database.Attach(new OutboxItem
        {
            Id = run.Id,
            Kind = run.Kind,
            OrderingKey = run.OrderingKey,
            Payload = run.Payload,
            Attempts = run.Attempts,
            State = OutboxState.Pending,
        });
        // Written as it is: only a write is compared with what the database has.
        held.Property(o => o.State).IsModified = true;
    }
}
