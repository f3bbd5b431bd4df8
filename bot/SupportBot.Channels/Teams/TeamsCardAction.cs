using System.Text.Json;

namespace SupportBot.Channels.Teams;

/// <summary>A button of a card that was pressed: <c>Action.Execute</c>, or its fallback <c>Action.Submit</c>.</summary>
public sealed record TeamsCardAction
{
    public required TeamsOrigin Origin { get; init; }

    /// <summary>Of Execute its verb, of Submit the member <c>verb</c> of its data.</summary>
    public required string Verb { get; init; }

    /// <summary>The action's data with the card's inputs; an object.</summary>
    public required JsonElement Data { get; init; }

    /// <summary>The activity that carries the card.</summary>
    public string? CardActivityId { get; init; }
}
