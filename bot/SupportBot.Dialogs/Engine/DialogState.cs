namespace SupportBot.Dialogs.Engine;

/// <summary>What a dialog remembers between turns; stored as JSON with the conversation.</summary>
public sealed record DialogState
{
    public static DialogState Initial { get; } = new();
}
