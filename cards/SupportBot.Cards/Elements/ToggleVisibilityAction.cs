namespace SupportBot.Cards.Elements;

/// <summary>Shows what is folded, or folds it again; nothing is sent.</summary>
public sealed record ToggleVisibilityAction : CardAction
{
    /// <summary>Ids of elements of the same card.</summary>
    public required IReadOnlyList<string> TargetElements { get; init; }
}
