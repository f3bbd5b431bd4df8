namespace SupportBot.Cards.Elements;

/// <summary>
/// A heading. Clients read its text as Markdown and turn names such as <c>Amazon.de</c> into links, so it takes only
/// the product's own fixed words; everything else goes into a <see cref="RichTextBlock"/>.
/// </summary>
public sealed record TextBlock : CardElement
{
    public required string Text { get; init => field = CardText.OneLine(value, 100); }

    /// <summary>Tells screen readers that this is a heading.</summary>
    public string Style { get; } = "heading";

    public TextSize? Size { get; init; }

    public TextWeight? Weight { get; init; }

    public bool Wrap { get; } = true;

    public static TextBlock Heading(string words) => new() { Text = words, Size = TextSize.Medium, Weight = TextWeight.Bolder };

    // The size must be named: a heading without one is drawn larger than the card's own heading.
    public static TextBlock Subheading(string words) =>
        new() { Text = words, Size = TextSize.Default, Weight = TextWeight.Bolder, Spacing = Elements.Spacing.Medium };
}
