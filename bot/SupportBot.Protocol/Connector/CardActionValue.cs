using System.Text.Json;

namespace SupportBot.Protocol.Connector;

/// <summary>The value of an <c>adaptiveCard/action</c> invoke.</summary>
public sealed record CardActionValue(ExecutedAction? Action)
{
    public const string InvokeName = "adaptiveCard/action";
}

/// <param name="Data">The action's own data with the card's inputs.</param>
public sealed record ExecutedAction(string? Type, string? Verb, JsonElement? Data);
