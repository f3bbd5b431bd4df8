using System.Text;
using SupportBot.Channels.WebChat.Files;
using Xunit;

namespace SupportBot.UnitTests.Channels.WebChat;

public sealed class FileKindTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00];

    [Fact]
    public void Pictures_and_PDF_are_known_by_their_first_bytes_whatever_they_are_called()
    {
        Assert.Same(FileKind.Png, FileKind.Sniff(Png, "notes.txt"));
        Assert.Same(FileKind.Jpeg, FileKind.Sniff([0xFF, 0xD8, 0xFF, 0xE0], "picture.png"));
        Assert.Same(FileKind.Pdf, FileKind.Sniff("%PDF-1.7\n\0"u8, "invoice"));
    }

    [Theory]
    [InlineData("date,amount\n2026-03-01,£12.50\n", "export.csv", "text/csv")]
    [InlineData("date,amount\n", "EXPORT.CSV", "text/csv")]
    [InlineData("You are not permitted to access this resource", "error.txt", "text/plain")]
    [InlineData("total < 3 > 2", "sums.log", "text/plain")]
    [InlineData("\uFEFFOrder;Umsatz\r\n", "bericht.csv", "text/csv")]
    public void Text_is_text_and_its_name_says_whether_it_is_CSV(string text, string name, string contentType) =>
        Assert.Equal(contentType, FileKind.Sniff(Encoding.UTF8.GetBytes(text), name)?.ContentType);

    [Fact]
    public void Text_of_a_spreadsheet_in_a_western_code_page_is_text() =>
        Assert.Same(FileKind.Csv, FileKind.Sniff([(byte)'a', (byte)',', 0x80, (byte)'5', (byte)',', 0xA3, (byte)'7'], "export.csv"));

    [Theory]
    [InlineData("<!DOCTYPE html><script>alert(1)</script>")]
    [InlineData("  \r\n\t<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("\uFEFF<?xml version='1.0'?>")]
    [InlineData("<!-- x --><html>")]
    public void Markup_is_refused_whatever_it_is_called(string markup)
    {
        var content = Encoding.UTF8.GetBytes(markup);

        Assert.Null(FileKind.Sniff(content, "picture.png"));
        Assert.Null(FileKind.Sniff(content, "notes.txt"));
    }

    [Fact]
    public void Everything_else_is_refused()
    {
        Assert.Null(FileKind.Sniff([], "empty.txt"));
        Assert.Null(FileKind.Sniff("MZ\u0090\0\u0003"u8, "setup.txt"));
        Assert.Null(FileKind.Sniff("PK\u0003\u0004"u8, "sheet.csv"));
        Assert.Null(FileKind.Sniff("GIF89a\u0001\0"u8, "picture.png"));
        Assert.Null(FileKind.Sniff("text\0with a zero"u8, "notes.txt"));
        Assert.Null(FileKind.Sniff([(byte)'a', 0x81, (byte)'b'], "notes.txt"));
    }
}
