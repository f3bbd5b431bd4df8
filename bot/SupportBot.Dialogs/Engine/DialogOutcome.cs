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
/// <param name="HasOwner">True while a person or the queue owns the conversation: the bot only acknowledges.</param>
/// <param name="TicketReference">The open ticket of this conversation, if any.</param>
public sealed record DialogTurn(DialogPerson Person, DateTimeOffset Now, bool HasOwner, string? TicketReference);
