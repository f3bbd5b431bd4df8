using System.Globalization;
using SupportBot.Storage.Tickets;

namespace SupportBot.Escalation.Lifecycle;

/// <summary>How a ticket stands, in words for agents.</summary>
public static class TicketWords
{
    /// <summary>Such as <c>Priya Nair has it</c>.</summary>
    public static string Standing(Ticket ticket) => ticket.Status switch
    {
        TicketStatus.Waiting => "nobody has it yet",
        TicketStatus.Claimed when ticket.IsOffered => $"{ticket.Agent} has it, but has not answered for a while",
        TicketStatus.Claimed => $"{ticket.Agent} has it",
        TicketStatus.Snoozed => $"it is put off until {Time(ticket.SnoozedUntil ?? ticket.CreatedAt)}",
        TicketStatus.Resolved => $"it is resolved ({Outcome(ticket.ResolvedAs ?? "")})",
        TicketStatus.Returned => "the bot has it again",
        _ => throw new ArgumentOutOfRangeException(nameof(ticket), ticket.Status, null),
    };

    public static string Outcome(string outcome) => outcome switch
    {
        TicketOutcome.Solved => "solved by support",
        TicketOutcome.SellerFixed => "the seller put it right",
        TicketOutcome.NoReply => "the seller did not reply",
        TicketOutcome.NotAFault => "nothing was wrong",
        TicketOutcome.Duplicate => "the same as another case",
        _ => outcome,
    };

    /// <summary>Agents may sit anywhere, and a card looks the same to all of them.</summary>
    public static string Time(DateTime utc) => utc.ToString("d MMMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Who did the last thing to it, and what; null while nobody did.</summary>
    public static TicketEvent? LastChange(Ticket ticket) =>
        ticket.History.OrderBy(e => e.Number).LastOrDefault(e => e.By.StartsWith(TicketAuthor.Agent(""), StringComparison.Ordinal));

    public static string Outrun(Ticket ticket) => LastChange(ticket) is { } last
        ? $"{last.By[TicketAuthor.Agent("").Length..]} was first and {last.Event}. Now {Standing(ticket)}; you changed nothing in {ticket.Reference}."
        : $"{ticket.Reference} has changed since this card was drawn: now {Standing(ticket)}. You changed nothing.";

    internal static string SomeoneElseHasIt(Ticket ticket) =>
        $"{ticket.Agent} has {ticket.Reference}, so you changed nothing. Assign it to yourself first if you want to go on with it.";

    internal static string CannotBeDone(Ticket ticket) => $"That cannot be done with {ticket.Reference} now: {Standing(ticket)}. You changed nothing.";
}
