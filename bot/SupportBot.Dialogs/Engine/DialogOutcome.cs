using SupportBot.Dialogs.Results;

namespace SupportBot.Dialogs.Engine;

/// <summary>What the engine decided on one input.</summary>
/// <param name="Effect">At most one: what comes of it is the next input.</param>
/// <param name="SolvedCase">The forwarded case whose check has just passed; to be stored and told where it came from.</param>
public sealed record DialogOutcome(DialogState State, IReadOnlyList<Reply> Replies, DialogEffect? Effect = null, string? SolvedCase = null);

/// <summary>Who is talking, from the signed token and the account, never from the message.</summary>
/// <param name="Role">The contract's role name: <c>basic</c>, <c>accountant</c>, <c>admin</c> or <c>owner</c>.</param>
/// <param name="TimeZone">IANA; null where it is not known.</param>
public sealed record DialogPerson(
    string SellerId, string SellerName, string UserId, string UserName, string Role, string Locale, string? TimeZone = null);

/// <summary>What holds for one turn.</summary>
/// <param name="Owner">Who answers.</param>
/// <param name="TicketReference">The case that support has of this conversation, or had last.</param>
public sealed record DialogTurn(DialogPerson Person, DateTimeOffset Now, TurnOwner Owner, string? TicketReference)
{
    public SupportHours Support { get; init; } = SupportHours.Unknown;

    public bool HasOwner => Owner != TurnOwner.Bot;
}

public enum TurnOwner
{
    Bot,

    /// <summary>Support has the case, but nobody of it yet: the bot only acknowledges.</summary>
    Queue,

    /// <summary>A person answers: the bot is silent.</summary>
    Agent,
}
