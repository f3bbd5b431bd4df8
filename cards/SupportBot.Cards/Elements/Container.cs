using System.Text.Json.Serialization;

namespace SupportBot.Cards.Elements;

/// <summary>Elements that belong together; with a <see cref="SelectAction"/> the whole of it is one button.</summary>
public sealed record Container : CardElement
{
    /// <summary>Named by a <see cref="ToggleVisibilityAction"/>.</summary>
    public string? Id { get; init; }

    /// <summary>Null is visible.</summary>
    public bool? IsVisible { get; init; }

    public required IReadOnlyList<CardElement> Items { get; init; }

    public ContainerStyle? Style { get; init; }

    public CardAction? SelectAction { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<ContainerStyle>))]
public enum ContainerStyle
{
    [JsonStringEnumMemberName("emphasis")]
    Emphasis,
}
