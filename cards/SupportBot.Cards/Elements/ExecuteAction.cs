using SupportBot.Cards.Actions;

namespace SupportBot.Cards.Elements;

/// <summary>
/// A press that is answered at once, in the response. A client that does not know it shows the same button as a
/// <see cref="SubmitAction"/>, whose data say the same.
/// </summary>
public sealed record ExecuteAction : CardAction
{
    public string Verb => Data.Verb;

    public required SubmitData Data { get; init; }

    /// <summary><c>none</c>: no inputs go along, and none holds the button back.</summary>
    public string? AssociatedInputs { get; init; }

    public CardAction Fallback => new SubmitAction { Title = Title, Style = Style, Data = Data, AssociatedInputs = AssociatedInputs };
}
