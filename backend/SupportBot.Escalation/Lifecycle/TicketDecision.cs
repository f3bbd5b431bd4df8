using SupportBot.Storage.Tickets;

namespace SupportBot.Escalation.Lifecycle;

/// <summary>What comes of a command.</summary>
public abstract record TicketDecision
{
    private TicketDecision()
    {
    }

    /// <param name="Agent">Who has it now, or had it last; null: nobody.</param>
    /// <param name="Event">For the history: what whoever did it did, such as <c>claimed it</c>.</param>
    public sealed record Move(TicketStatus Status, SupportAgent? Agent, string Event) : TicketDecision
    {
        /// <summary>Product clock; only while snoozed.</summary>
        public DateTimeOffset? Until { get; init; }

        public string? Outcome { get; init; }
    }

    /// <summary>It is so already, by the same person: a press that came twice.</summary>
    public sealed record AlreadySo : TicketDecision;

    /// <summary>An answer in the thread of a case that nobody works on any more: whoever wrote it is asked first.</summary>
    public sealed record Ask : TicketDecision;

    /// <param name="Words">Why not, to whoever asked; nothing was changed.</param>
    public sealed record Refusal(string Words) : TicketDecision;
}
