using Microsoft.EntityFrameworkCore;
using SupportBot.Escalation;
using SupportBot.Storage;
using SupportBot.Storage.Tickets;

namespace SupportBot.Turns.Tickets;

/// <summary>
/// Changes to one ticket, gathered for one commit: whoever read the old version meanwhile starts again, and the ticket's card in
/// Teams is drawn anew.
/// </summary>
/// <param name="ticket">Read together with its history, untracked; changed in place.</param>
internal sealed class TicketChange(Ticket ticket)
{
    private readonly long _versionRead = ticket.Version;
    private readonly int _linesRead = ticket.History.Count;

    public Ticket Ticket => ticket;

    public bool IsEmpty => ticket.Version == _versionRead;

    /// <summary>Adds a line to the history; every change of a ticket tells of itself there.</summary>
    /// <param name="by">One of <see cref="TicketAuthor"/>.</param>
    public TicketChange Note(string by, string note, DateTimeOffset now)
    {
        TicketDesk.AddNote(ticket, by, note, now);
        return this;
    }

    /// <summary>As <see cref="Note"/>, about a change of status or agent: from now on a card that was drawn before is stale.</summary>
    public TicketChange Move(string by, string note, DateTimeOffset now)
    {
        Note(by, note, now);
        ticket.StatusNumber++;
        ticket.StatusEvent = ticket.History[^1].Number;
        return this;
    }

    /// <summary>The change to commit; may run more than once.</summary>
    public Action<SupportDbContext> Commit()
    {
        var lines = ticket.History.Skip(_linesRead).ToList();
        var card = TicketWork.Card(ticket.Reference).ToItem();
        return db =>
        {
            db.AddRange(lines);
            var changed = db.Entry(ticket);
            changed.State = EntityState.Modified;
            changed.Property(t => t.Version).OriginalValue = _versionRead;
            db.Outbox.Add(card);
        };
    }
}
