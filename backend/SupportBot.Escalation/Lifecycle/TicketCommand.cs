namespace SupportBot.Escalation.Lifecycle;

/// <summary>What an agent wants to happen to a ticket.</summary>
public abstract record TicketCommand
{
    private TicketCommand()
    {
    }

    public sealed record Claim : TicketCommand;

    public sealed record Assign(SupportAgent To) : TicketCommand;

    /// <summary>Hands the conversation back to the bot.</summary>
    public sealed record Return : TicketCommand;

    /// <param name="Until">Product clock.</param>
    public sealed record Snooze(DateTimeOffset Until) : TicketCommand;

    /// <param name="Outcome">One of <see cref="TicketOutcome"/>.</param>
    public sealed record Resolve(string Outcome, string? Comment) : TicketCommand;

    public sealed record Reopen : TicketCommand;

    /// <summary>An answer to the seller, which whoever has the ticket may give; where nobody has it, giving one takes it.</summary>
    public sealed record Answer : TicketCommand;
}

/// <summary>How a ticket may end.</summary>
public static class TicketOutcome
{
    public const string Solved = "solved";
    public const string SellerFixed = "seller-fixed";
    public const string NoReply = "no-reply";
    public const string NotAFault = "not-a-fault";
    public const string Duplicate = "duplicate";

    public static IReadOnlyList<string> All { get; } = [Solved, SellerFixed, NoReply, NotAFault, Duplicate];
}
