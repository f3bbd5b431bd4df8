using SupportBot.Cards.Facts;

namespace SupportBot.Cards.Agents;

/// <summary>A ticket as an agent should see it now, in words and formats for the support team.</summary>
public sealed record TicketFacts
{
    public required string Reference { get; init; }

    /// <summary>The cause in a few plain words.</summary>
    public required string Headline { get; init; }

    /// <summary>Decides which buttons there are.</summary>
    public required TicketStanding Standing { get; init; }

    /// <summary>The same in words, with who has it or until when it waits.</summary>
    public required string StatusText { get; init; }

    /// <summary>Whether someone other than the owner may take it, because the owner stays silent.</summary>
    public bool MayBeTakenOver { get; init; }

    /// <summary>Since when the ticket is open, in words.</summary>
    public required string Age { get; init; }

    /// <summary>Who did what last, and when.</summary>
    public string? LastChange { get; init; }

    /// <summary>Who the seller is, who writes for them, and what that person may do; the most important first.</summary>
    public required IReadOnlyList<Fact> Seller { get; init; }

    /// <summary>What is asked of support: one of <see cref="SupportActions"/>, else nothing in particular.</summary>
    public string? RequestedAction { get; init; }

    /// <summary>The same in words; null where nothing particular is asked any more.</summary>
    public string? AskedOfSupport =>
        Standing != TicketStanding.Resolved && TicketButtons.SupportTitle(RequestedAction) is { } title ? $"Asked of support: {title}" : null;

    /// <summary>What it is about; the most important first.</summary>
    public required IReadOnlyList<Fact> Settlement { get; init; }

    public required IReadOnlyList<EvidenceLine> Evidence { get; init; }

    public string? CheckedAt { get; init; }

    /// <summary>What a later look found, in words; the evidence is that of the first.</summary>
    public string? CheckedAgain { get; init; }

    public required IReadOnlyList<CheckLine> Checks { get; init; }

    public required IReadOnlyList<string> Tried { get; init; }

    public string? ErrorText { get; init; }

    /// <summary>The ticket that this one follows, in words.</summary>
    public string? EarlierCase { get; init; }

    /// <summary>The end of the conversation, oldest first.</summary>
    public required IReadOnlyList<SaidLine> LastLines { get; init; }

    /// <summary>All of the conversation; absolute.</summary>
    public Uri? ConversationPage { get; init; }

    /// <summary>Comes back with every press, so that a stale card can be told from a fresh one.</summary>
    public required int StatusNumber { get; init; }

    /// <summary>Whom the ticket can be given to, the likeliest first: of many not all are listed.</summary>
    public required IReadOnlyList<AgentChoice> Agents { get; init; }

    /// <summary><c>reconnect-channel</c>, <c>rerun-vat</c> and <c>reset-settlement</c> as far as they fit, the requested one first.</summary>
    public required IReadOnlyList<string> SupportActions { get; init; }
}

public enum TicketStanding
{
    Waiting,
    Claimed,
    Snoozed,
    Resolved,

    /// <summary>To the bot.</summary>
    Returned,
}

public sealed record SaidLine(string Who, string Words);

/// <param name="Id">What comes back when this agent is chosen; never shown.</param>
public sealed record AgentChoice(string Id, string Name);
