using SupportBot.Escalation.Lifecycle;
using SupportBot.Storage.Tickets;

namespace SupportBot.Turns.Support;

/// <summary>What an agent wants done on a ticket.</summary>
/// <param name="Action"><c>reconnect-channel</c>, <c>rerun-vat</c> or <c>reset-settlement</c>.</param>
/// <param name="Reason">Why; kept with the action. At most 1,000 characters.</param>
/// <param name="By">Who asks; at most 100 characters.</param>
/// <param name="Key">The same request has the same key, at most 100 characters: a press that is repeated acts once.</param>
public sealed record SupportActionRequest(string Reference, string Action, string Reason, string By, string Key)
{
    /// <summary>Who pressed a card for it, and the status number that the card showed; null for what is asked for elsewhere.</summary>
    public (SupportAgent Agent, int Shown)? Press { get; init; }
}

/// <summary>The stored action, or why there is none.</summary>
/// <param name="IsRepeated">The request had been made before; nothing was done.</param>
public sealed record SupportActionAnswer(SupportAction? Action, SupportActionProblem? Problem = null, string? Detail = null, bool IsRepeated = false)
{
    internal static SupportActionAnswer Refuse(SupportActionProblem problem, string detail) => new(null, problem, detail);
}

public enum SupportActionProblem
{
    /// <summary>The request itself cannot be understood.</summary>
    Invalid,
    UnknownTicket,

    /// <summary>The ticket is not one on which this can be done, or the key belongs to another request.</summary>
    Conflict,

    /// <summary>This installation cannot reach the back office.</summary>
    NotConfigured,
}
