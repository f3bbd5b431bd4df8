namespace SupportBot.Cards.Elements;

/// <summary>Opens a small form under the button.</summary>
public sealed record ShowCardAction : CardAction
{
    public required FormCard Card { get; init; }
}

/// <summary>A card within a card: it inherits language and version.</summary>
public sealed record FormCard
{
    public string Type { get; } = "AdaptiveCard";

    public required IReadOnlyList<CardElement> Body { get; init; }

    public required IReadOnlyList<CardAction> Actions { get; init; }
}
