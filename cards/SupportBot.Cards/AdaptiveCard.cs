using System.Text.Json;
using System.Text.Json.Serialization;
using SupportBot.Cards.Elements;

namespace SupportBot.Cards;

/// <summary>
/// An Adaptive Card as it goes over the wire. Only the elements that the product uses are modelled.
/// Source: microsoft/AdaptiveCards, schemas/1.5.0/adaptive-card.json.
/// </summary>
public sealed record AdaptiveCard
{
    [JsonPropertyOrder(-4)]
    public string Type { get; } = "AdaptiveCard";

    [JsonPropertyName("$schema")]
    [JsonPropertyOrder(-3)]
    public string Schema { get; } = "http://adaptivecards.io/schemas/adaptive-card.json";

    [JsonPropertyOrder(-2)]
    public string Version { get; } = "1.5";

    /// <summary>The language of the card's own words.</summary>
    [JsonPropertyOrder(-1)]
    public string Lang { get; } = "en";

    /// <summary>All that the card says, as plain text, for a client that cannot show it.</summary>
    public required string FallbackText { get; init => field = CardText.Clean(value, 6000); }

    /// <summary>What a screen reader announces; also the card's accessible name.</summary>
    public required string Speak { get; init => field = CardText.Clean(value, 2000); }

    public required IReadOnlyList<CardElement> Body { get; init; }

    public IReadOnlyList<CardAction>? Actions { get; init; }

    public JsonElement ToJson() => JsonSerializer.SerializeToElement(this, CardJson.Default.AdaptiveCard);
}
