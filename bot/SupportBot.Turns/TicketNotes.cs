using Microsoft.EntityFrameworkCore;
using SupportBot.Escalation;
using SupportBot.Storage;
using SupportBot.Storage.Tickets;

namespace SupportBot.Turns;

/// <summary>A line in a ticket's history, and with it the ticket's next version: whoever read the old one meanwhile starts again.</summary>
internal static class TicketNotes
{
    /// <param name="ticket">Read together with its history, untracked; the note is added to it.</param>
    /// <param name="status">The ticket's new status; null leaves it.</param>
    /// <returns>The change to commit; may run more than once.</returns>
    public static Action<SupportDbContext> Add(Ticket ticket, string by, string note, DateTimeOffset now, TicketStatus? status = null)
    {
        var versionRead = ticket.Version;
        TicketDesk.AddNote(ticket, by, note, now);
        ticket.Status = status ?? ticket.Status;
        var line = ticket.History[^1];
        return db =>
        {
            db.Add(line);
            var changed = db.Entry(ticket);
            changed.State = EntityState.Unchanged;
            changed.Property(t => t.Version).OriginalValue = versionRead;
            changed.Property(t => t.Version).IsModified = true;
            changed.Property(t => t.Status).IsModified = status is not null;
        };
    }
}
