namespace SupportBot.Cards.Seller;

/// <summary>A ticket as it stands before it is sent.</summary>
public sealed record TicketForm
{
    public required string CardId { get; init; }

    /// <summary>What is wrong, in a few plain words.</summary>
    public required string Reason { get; init; }

    public string? SettlementId { get; init; }

    /// <summary>Further settlements with the same cause.</summary>
    public IReadOnlyList<string> AlsoSettlements { get; init; } = [];

    public string? SalesChannel { get; init; }

    public string? Marketplace { get; init; }

    /// <summary>Whether a first and a last day are asked for, or one date.</summary>
    public required bool AsksForRange { get; init; }

    public DateOnly? Date { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public string? ErrorText { get; init; }

    public string? Comment { get; init; }

    /// <summary>Names of <see cref="Actions.TicketFields"/> that support needs and nobody knows yet.</summary>
    public IReadOnlyCollection<string> Missing { get; init; } = [];

    /// <summary>What goes along unedited: what was seen, and what was tried.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    public IReadOnlyList<string> Tried { get; init; } = [];
}
