namespace SupportBot.Cards.Elements;

/// <summary>A labelled list to choose one of, closed until it is pressed. The choice's value comes back under <see cref="Id"/>.</summary>
public sealed record ChoiceSetInput : CardElement
{
    public required string Id { get; init; }

    public required string Label { get; init; }

    public required IReadOnlyList<Choice> Choices { get; init; }

    public string? Placeholder { get; init; }

    public bool? IsRequired { get; init; }

    /// <summary>Shown, and read aloud, when nothing is chosen.</summary>
    public string? ErrorMessage { get; init; }
}

/// <param name="Value">What is sent; never shown.</param>
public sealed record Choice(string Title, string Value)
{
    public string Title { get; } = CardText.OneLine(Title, 60);
}
