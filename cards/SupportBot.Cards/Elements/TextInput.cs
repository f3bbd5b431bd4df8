namespace SupportBot.Cards.Elements;

/// <summary>A labelled field for words. Its value comes back under <see cref="Id"/> beside the pressed button's data.</summary>
public sealed record TextInput : CardElement
{
    public required string Id { get; init; }

    public required string Label { get; init; }

    public string? Value
    {
        get => field is null ? null : IsMultiline == true ? CardText.Clean(field, MaxLength) : CardText.OneLine(field, MaxLength);
        init;
    }

    public string? Placeholder { get; init; }

    public required int MaxLength { get; init; }

    public bool? IsMultiline { get; init; }

    /// <summary>Null is visible. What is not is sent back all the same.</summary>
    public bool? IsVisible { get; init; }

    public bool? IsRequired { get; init; }

    /// <summary>Shown, and read aloud, when a required field is empty.</summary>
    public string? ErrorMessage { get; init; }
}
