namespace SupportBot.Cards.Elements;

/// <summary>A labelled field for a day, shown by the browser in the reader's own order.</summary>
public sealed record DateInput : CardElement
{
    public required string Id { get; init; }

    public required string Label { get; init; }

    /// <summary><c>YYYY-MM-DD</c> on the wire.</summary>
    public DateOnly? Value { get; init; }

    public bool? IsRequired { get; init; }

    public string? ErrorMessage { get; init; }
}
