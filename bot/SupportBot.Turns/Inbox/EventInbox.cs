using Microsoft.EntityFrameworkCore;
using SupportBot.Storage;
using SupportBot.Turns.Commits;

namespace SupportBot.Turns.Inbox;

/// <summary>Where every channel hands in what arrived. Accepted means stored: whatever happens next, a turn will work it off.</summary>
public sealed class EventInbox(CommitQueue commits, TurnRunner turns, IDbContextFactory<SupportDbContext> contexts)
{
    /// <summary>Stores the event with its place in the transcript, one commit, and wakes its conversation.</summary>
    /// <exception cref="DbUpdateException">The conversation does not exist.</exception>
    public async Task<Accepted> AcceptAsync(InboundEvent inbound, CancellationToken cancellationToken)
    {
        var accepted = NewEvent.From(inbound);
        try
        {
            await commits.CommitAsync(
                new CommitUnit(inbound.ConversationId, [accepted.Entry], db =>
                {
                    accepted.AddTo(db);
                    db.Files.AddRange(inbound.Files ?? []);
                    inbound.Changes?.Invoke(db);
                }),
                cancellationToken);
        }
        catch (DbUpdateException)
        {
            if (await FindAsync(inbound, cancellationToken) is { } earlier)
            {
                return earlier;
            }

            throw;
        }

        turns.Wake(inbound.ConversationId);
        return new Accepted(accepted.Entry.ActivityId, accepted.Entry.Sequence, Repeated: false);
    }

    private async Task<Accepted?> FindAsync(InboundEvent inbound, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from earlier in db.Inbox
            join entry in db.Transcript on new { earlier.ConversationId, earlier.Sequence } equals new { entry.ConversationId, entry.Sequence }
            where earlier.ConversationId == inbound.ConversationId && earlier.Key == inbound.Key
            select new Accepted(entry.ActivityId, entry.Sequence, true)).FirstOrDefaultAsync(cancellationToken);
    }
}
