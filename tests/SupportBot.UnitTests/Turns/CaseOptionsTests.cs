using SupportBot.Turns.Cases;
using Xunit;

namespace SupportBot.UnitTests.Turns;

public class CaseOptionsTests
{
    [Theory]
    [InlineData("https://app.example.com/settlements", "https://app.example.com/settlements?supportbot-case=c1")]
    [InlineData("https://app.example.com/?seller={seller}", "https://app.example.com/?seller=bright%20kettle&supportbot-case=c1")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Link_leads_to_the_page_of_the_chat(string? page, string? link) =>
        Assert.Equal(link, new CaseOptions { PageUrl = page }.LinkTo("c1", "bright kettle"));

    [Theory]
    [InlineData("https://app.example.com", true)]
    [InlineData(null, true)]
    [InlineData("app.example.com/settlements", false)]
    [InlineData("ftp://app.example.com", false)]
    public void Page_is_a_whole_address(string? page, bool valid) => Assert.Equal(valid, new CaseOptions { PageUrl = page }.IsValid);
}
