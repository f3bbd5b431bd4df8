using System.Text.Json.Serialization;

namespace SupportBot.Cards.Elements;

/// <summary>Words that are shown exactly as they are; always wraps.</summary>
public sealed record RichTextBlock : CardElement
{
    public required IReadOnlyList<TextRun> Inlines { get; init; }

    public static RichTextBlock Of(params TextRun[] runs) => new() { Inlines = runs };
}

/// <summary>A stretch of text in one look.</summary>
public sealed record TextRun
{
    public string Type { get; } = "TextRun";

    public required string Text { get; init => field = CardText.Clean(value, 1000); }

    public TextColor? Color { get; init; }

    public TextSize? Size { get; init; }

    public TextWeight? Weight { get; init; }

    public bool? IsSubtle { get; init; }

    public static TextRun Plain(string words) => new() { Text = words };

    public static TextRun Strong(string words) => new() { Text = words, Weight = TextWeight.Bolder };

    public static TextRun Subtle(string words) => new() { Text = words, IsSubtle = true };
}

[JsonConverter(typeof(JsonStringEnumConverter<TextColor>))]
public enum TextColor
{
    [JsonStringEnumMemberName("good")]
    Good,
    [JsonStringEnumMemberName("warning")]
    Warning,
    [JsonStringEnumMemberName("attention")]
    Attention,
}

[JsonConverter(typeof(JsonStringEnumConverter<TextSize>))]
public enum TextSize
{
    [JsonStringEnumMemberName("small")]
    Small,
    [JsonStringEnumMemberName("default")]
    Default,
    [JsonStringEnumMemberName("medium")]
    Medium,
    [JsonStringEnumMemberName("extraLarge")]
    ExtraLarge,
}

[JsonConverter(typeof(JsonStringEnumConverter<TextWeight>))]
public enum TextWeight
{
    [JsonStringEnumMemberName("bolder")]
    Bolder,
}
