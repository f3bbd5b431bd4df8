using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SupportBot.Channels.WebChat;
using Xunit;

namespace SupportBot.UnitTests.Channels.WebChat;

public sealed class PublicAddressTests
{
    [Fact]
    public void The_address_is_that_of_the_request_unless_one_is_configured()
    {
        Assert.Equal("http://10.0.0.5:8080/bot", Address().BaseUrl(Request("10.0.0.5:8080", pathBase: "/bot")));
        Assert.Equal("https://support.example.com", Address("https://support.example.com/").BaseUrl(Request("10.0.0.5:8080")));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("https://app.example.com", true)]
    [InlineData("https://support.example.com", true)]
    [InlineData("http://10.0.0.5:8080", true)]
    [InlineData("https://10.0.0.5:8080", true)]
    [InlineData("http://10.0.0.5", false)]
    [InlineData("https://evil.example", false)]
    [InlineData("https://app.example.com.evil.example", false)]
    [InlineData("http://app.example.com", false)]
    [InlineData("null", false)]
    public void A_socket_is_opened_from_allowed_sites_our_own_and_outside_browsers(string? origin, bool allowed)
    {
        var request = Request("10.0.0.5:8080");
        request.Headers.Origin = origin;

        Assert.Equal(allowed, Address("https://support.example.com").MayOpenSocket(request));
    }

    private static PublicAddress Address(string? publicUrl = null) => new(Options.Create(new WebChatOptions
    {
        AllowedOrigins = ["https://app.example.com"],
        PublicUrl = publicUrl is null ? null : new Uri(publicUrl),
    }));

    private static HttpRequest Request(string host, string pathBase = "")
    {
        var request = new DefaultHttpContext().Request;
        request.Scheme = "http";
        request.Host = new HostString(host);
        request.PathBase = pathBase;
        return request;
    }
}
