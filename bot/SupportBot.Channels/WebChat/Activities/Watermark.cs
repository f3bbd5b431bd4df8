using System.Globalization;

namespace SupportBot.Channels.WebChat.Activities;

/// <summary>The sequence up to which a reader has read, as text. Web Chat sends it empty before it has read anything.</summary>
internal static class Watermark
{
    public static DirectLineProblem Bad { get; } = DirectLineProblem.BadArgument(
        "The watermark must be one that an earlier answer gave, or be left out to read from the beginning.");

    public static bool TryRead(string? text, out long sequence)
    {
        sequence = 0;
        return string.IsNullOrEmpty(text) || long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out sequence);
    }
}
