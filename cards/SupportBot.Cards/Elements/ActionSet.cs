namespace SupportBot.Cards.Elements;

/// <summary>Buttons within the body. A card's own <see cref="AdaptiveCard.Actions"/> hold six at most in Teams.</summary>
public sealed record ActionSet : CardElement
{
    public required IReadOnlyList<CardAction> Actions { get; init; }
}
