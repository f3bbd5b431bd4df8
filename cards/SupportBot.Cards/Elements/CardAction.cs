using System.Text.Json.Serialization;
using SupportBot.Cards.Actions;

namespace SupportBot.Cards.Elements;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrlAction), "Action.OpenUrl")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(ShowCardAction), "Action.ShowCard")]
[JsonDerivedType(typeof(ToggleVisibilityAction), "Action.ToggleVisibility")]
public abstract record CardAction
{
    /// <summary>The button's words and accessible name.</summary>
    public required string Title { get; init => field = CardText.OneLine(value, 200); }

    /// <summary><c>positive</c> marks the main action.</summary>
    public string? Style { get; init; }
}

/// <summary>Sends the card's inputs merged into <see cref="Data"/>; a client sends nothing at all where data is missing.</summary>
public sealed record SubmitAction : CardAction
{
    public required SubmitData Data { get; init; }

    /// <summary><c>none</c>: leave the inputs alone, so that an empty required one does not hold the button back.</summary>
    public string? AssociatedInputs { get; init; }
}

/// <summary>Opens a page in a new tab.</summary>
public sealed record OpenUrlAction : CardAction
{
    /// <summary>Absolute: Web Chat opens nothing else, and the chat may stand on another site's page.</summary>
    public required Uri Url { get; init; }
}
