namespace SupportBot.Cards.Elements;

/// <summary>A row of buttons within the body.</summary>
public sealed record ActionSet : CardElement
{
    public required IReadOnlyList<CardAction> Actions { get; init; }
}
