namespace SupportBot.Cards.Elements;

/// <summary>Things side by side.</summary>
public sealed record ColumnSet : CardElement
{
    public required IReadOnlyList<Column> Columns { get; init; }
}

public sealed record Column
{
    public string Type { get; } = "Column";

    /// <summary><c>auto</c>, <c>stretch</c>, a weight such as <c>2</c>, or pixels such as <c>24px</c>.</summary>
    public required string Width { get; init; }

    public required IReadOnlyList<CardElement> Items { get; init; }

    public Spacing? Spacing { get; init; }

    /// <summary><c>center</c>, or null for the top.</summary>
    public string? VerticalContentAlignment { get; init; }
}
