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

    /// <summary>How a line of the history begins that tells what a later look at the account found.</summary>
    public const string CheckedAgain = "checked again";

    /// <summary>What the account was last found to be, after the diagnosis with which the ticket was opened; null: nobody looked again.</summary>
    public static string? LastCheck(Ticket ticket) =>
        ticket.History.Where(e => e.By == TicketAuthor.System && e.Event.StartsWith(CheckedAgain, StringComparison.Ordinal)).MaxBy(e => e.Number) is { } last
            ? $"{Capital(last.Event)}, {Time(last.At)}"
            : null;

    /// <summary>The last thing that an agent did, or that changed its status, with who and when; null while nothing did.</summary>
    public static string? LastChange(Ticket ticket) => ticket.History.Where(e => e.Number == ticket.StatusEvent || IsByAgent(e)).MaxBy(e => e.Number) is { } last
        ? $"{(Who(last) is { } who ? $"{who} {last.Event}" : Capital(last.Event))}, {Time(last.At)}"
        : null;

    public static string Outrun(Ticket ticket) => StatusEvent(ticket) is not { } last
        ? $"{ticket.Reference} has changed since this card was drawn: now {Standing(ticket)}. You changed nothing."
        : $"{(Who(last) is { } who ? $"{who} was first and {last.Event}" : $"{ticket.Reference} has changed: {last.Event}")}. Now {Standing(ticket)}; you changed nothing in {ticket.Reference}.";

    internal static string SomeoneElseHasIt(Ticket ticket) =>
        $"{ticket.Agent} has {ticket.Reference}, so you changed nothing. Assign it to yourself first if you want to go on with it.";

    private static TicketEvent? StatusEvent(Ticket ticket) => ticket.History.FirstOrDefault(e => e.Number == ticket.StatusEvent);

    /// <summary>Null for what happened by itself.</summary>
    private static string? Who(TicketEvent done) =>
        IsByAgent(done) ? done.By[TicketAuthor.Agent("").Length..]
        : done.By == TicketAuthor.Seller ? "The seller"
        : null;

    private static bool IsByAgent(TicketEvent done) => done.By.StartsWith(TicketAuthor.Agent(""), StringComparison.Ordinal);

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    internal static string CannotBeDone(Ticket ticket) => $"That cannot be done with {ticket.Reference} now: {Standing(ticket)}. You changed nothing.";
}
