using System.Buffers;
using System.Text.Unicode;

namespace SupportBot.Channels.WebChat.Files;

/// <summary>Tells text that people write from binary content and from markup that a browser could run.</summary>
internal static class PlainText
{
    private static readonly SearchValues<byte> ControlBytes = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(value => (byte)value).Except("\t\n\f\r"u8.ToArray()), 0x7F]);

    /// <summary>Unassigned in Windows-1252, which spreadsheets use for what they call CSV and which contains Latin-1's letters.</summary>
    private static readonly SearchValues<byte> UnassignedBytes = SearchValues.Create([0x81, 0x8D, 0x8F, 0x90, 0x9D]);

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static bool IsPlain(ReadOnlySpan<byte> content) =>
        content.Length > 0
        && !content.ContainsAny(ControlBytes)
        && (Utf8.IsValid(content) || !content.ContainsAny(UnassignedBytes))
        && !BeginsAsMarkup(content);

    /// <summary>HTML, SVG and XML all begin with a tag.</summary>
    private static bool BeginsAsMarkup(ReadOnlySpan<byte> content)
    {
        var text = content.StartsWith(ByteOrderMark) ? content[ByteOrderMark.Length..] : content;
        return text.TrimStart(" \t\r\n\f"u8).StartsWith("<"u8);
    }
}
