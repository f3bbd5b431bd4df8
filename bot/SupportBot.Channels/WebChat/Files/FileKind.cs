namespace SupportBot.Channels.WebChat.Files;

/// <summary>A kind of file that support can use.</summary>
internal sealed record FileKind(string ContentType, bool ShownInline, params string[] Extensions)
{
    public const string Accepted = "PNG and JPEG pictures, PDF, plain text and CSV files";

    public static FileKind Png { get; } = new("image/png", ShownInline: true, ".png");

    public static FileKind Jpeg { get; } = new("image/jpeg", ShownInline: true, ".jpg", ".jpeg");

    public static FileKind Pdf { get; } = new("application/pdf", ShownInline: false, ".pdf");

    public static FileKind Csv { get; } = new("text/csv", ShownInline: false, ".csv");

    public static FileKind Text { get; } = new("text/plain", ShownInline: false, ".txt", ".log");

    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> JpegSignature => [0xFF, 0xD8, 0xFF];

    public static bool IsShownInline(string contentType) => contentType == Png.ContentType || contentType == Jpeg.ContentType;

    /// <summary>
    /// What the bytes are; null when they are none of the accepted kinds. The name only tells CSV from other text, which
    /// bytes cannot.
    /// </summary>
    public static FileKind? Sniff(ReadOnlySpan<byte> content, string fileName)
    {
        if (content.StartsWith(PngSignature))
        {
            return Png;
        }

        if (content.StartsWith(JpegSignature))
        {
            return Jpeg;
        }

        if (content.StartsWith("%PDF-"u8))
        {
            return Pdf;
        }

        if (!PlainText.IsPlain(content))
        {
            return null;
        }

        return fileName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? Csv : Text;
    }
}
