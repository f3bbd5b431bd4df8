using SupportBot.Storage.Tickets;

namespace SupportBot.Escalation.Lifecycle;

/// <summary>
/// What may become of a ticket, and who may do it. Pure; the order in which commands of one conversation run decides races. Whoever
/// has a claimed ticket alone works on it: others assign it first, which everybody sees.
/// </summary>
public static class TicketLifecycle
{
    /// <param name="ticket">Read together with its history.</param>
    /// <param name="shown">The <see cref="Ticket.StatusNumber"/> that the card showed; null for what is not pressed on a card.</param>
    public static TicketDecision Decide(Ticket ticket, TicketCommand command, SupportAgent by, int? shown)
    {
        if (IsAlready(ticket, command, by, shown))
        {
            return new TicketDecision.AlreadySo();
        }

        if (shown is { } number && number != ticket.StatusNumber)
        {
            return new TicketDecision.Refusal(TicketWords.Outrun(ticket));
        }

        return command switch
        {
            TicketCommand.Claim => Claim(ticket, by),
            TicketCommand.Answer => Answer(ticket, by),
            TicketCommand.Assign assign when ticket.Status is TicketStatus.Waiting or TicketStatus.Claimed or TicketStatus.Snoozed =>
                new TicketDecision.Move(TicketStatus.Claimed, assign.To, assign.To.Id == by.Id ? "took it over" : $"assigned it to {assign.To.Name}"),
            TicketCommand.Reopen when ticket.Status is TicketStatus.Resolved or TicketStatus.Returned =>
                new TicketDecision.Move(TicketStatus.Waiting, null, "reopened it"),
            _ when ticket.Status == TicketStatus.Claimed && ticket.AgentId != by.Id => new TicketDecision.Refusal(TicketWords.SomeoneElseHasIt(ticket)),
            TicketCommand.Return when ticket.Status is TicketStatus.Waiting or TicketStatus.Claimed or TicketStatus.Snoozed =>
                new TicketDecision.Move(TicketStatus.Returned, by, "returned it to the bot"),
            TicketCommand.Snooze snooze when ticket.Status is TicketStatus.Waiting or TicketStatus.Claimed or TicketStatus.Snoozed =>
                new TicketDecision.Move(TicketStatus.Snoozed, by, $"put it off until {TicketWords.Time(snooze.Until.UtcDateTime)}") { Until = snooze.Until },
            TicketCommand.Resolve resolve when ticket.Status != TicketStatus.Resolved => Resolve(resolve, by),
            _ => new TicketDecision.Refusal(TicketWords.CannotBeDone(ticket)),
        };
    }

    /// <summary>Why an agent cannot have a support action carried out on it; null: they can.</summary>
    /// <param name="shown">As with <see cref="Decide"/>.</param>
    public static string? WhyNotAct(Ticket ticket, SupportAgent by, int shown) =>
        shown != ticket.StatusNumber ? TicketWords.Outrun(ticket)
        : ticket.Status == TicketStatus.Claimed && ticket.AgentId != by.Id ? TicketWords.SomeoneElseHasIt(ticket)
        : null;

    private static TicketDecision Claim(Ticket ticket, SupportAgent by) => ticket.Status switch
    {
        TicketStatus.Resolved => new TicketDecision.Refusal(TicketWords.CannotBeDone(ticket)),
        TicketStatus.Claimed when !ticket.IsOffered => new TicketDecision.Refusal(TicketWords.SomeoneElseHasIt(ticket)),
        TicketStatus.Claimed => new TicketDecision.Move(TicketStatus.Claimed, by, "took it over"),
        _ => new TicketDecision.Move(TicketStatus.Claimed, by, "claimed it"),
    };

    private static TicketDecision Answer(Ticket ticket, SupportAgent by) => ticket.Status switch
    {
        TicketStatus.Resolved or TicketStatus.Returned => new TicketDecision.Ask(),
        _ => Claim(ticket, by),
    };

    private static TicketDecision.Move Resolve(TicketCommand.Resolve resolve, SupportAgent by) =>
        new(TicketStatus.Resolved, by, $"resolved it: {TicketWords.Outcome(resolve.Outcome)}{(resolve.Comment is { } comment ? $" ({comment})" : "")}")
        {
            Outcome = resolve.Outcome,
        };

    private static bool IsAlready(Ticket ticket, TicketCommand command, SupportAgent by, int? shown) => command switch
    {
        TicketCommand.Claim or TicketCommand.Answer => ticket.Status == TicketStatus.Claimed && ticket.AgentId == by.Id,
        TicketCommand.Assign assign => ticket.Status == TicketStatus.Claimed && ticket.AgentId == assign.To.Id,
        TicketCommand.Return => ticket.Status == TicketStatus.Returned && ticket.AgentId == by.Id,
        // Whoever sees on the card that it is put off means another time.
        TicketCommand.Snooze => ticket.Status == TicketStatus.Snoozed && ticket.AgentId == by.Id && shown != ticket.StatusNumber,
        TicketCommand.Resolve => ticket.Status == TicketStatus.Resolved && ticket.AgentId == by.Id,
        TicketCommand.Reopen => ticket.Status == TicketStatus.Waiting,
        _ => false,
    };
}
