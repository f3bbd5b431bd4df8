using SupportBot.Channels.WebChat.Files;
using Xunit;

namespace SupportBot.UnitTests.Channels.WebChat;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("Screenshot 1.png", "Screenshot 1.png")]
    [InlineData("Übersicht.PNG", "Übersicht.PNG")]
    [InlineData("../../etc/passwd", "passwd.png")]
    [InlineData(@"C:\Users\ana\error.png", "error.png")]
    [InlineData("page.html", "page.html.png")]
    [InlineData("a\r\nSet-Cookie: x=\"1\".png", "aSet-Cookie x=1.png")]
    [InlineData("gnp\u202Elmth.png", "gnplmth.png")]
    [InlineData("..", "file.png")]
    [InlineData("", "file.png")]
    [InlineData(null, "file.png")]
    [InlineData("lone\ud800.png", "lone.png")]
    public void A_name_is_safe_and_ends_as_its_content_demands(string? claimed, string expected) =>
        Assert.Equal(expected, FileName.For(claimed, FileKind.Png));

    [Fact]
    public void A_long_name_is_cut() => Assert.Equal(124, FileName.For(new string('a', 500), FileKind.Png).Length);
}
