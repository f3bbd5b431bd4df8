using System.Net;
using Xunit;

namespace SupportBot.ConversationTests.DirectLine;

/// <summary>What browsers let pages of other sites do.</summary>
[Collection(DirectLineCollection.Name)]
public sealed class SiteTests(DirectLineHost host)
{
    [Theory]
    [InlineData("tokens/generate", "POST")]
    [InlineData("tokens/refresh", "POST")]
    [InlineData("conversations", "POST")]
    [InlineData("conversations/c-1", "GET")]
    [InlineData("conversations/c-1/activities", "POST")]
    [InlineData("conversations/c-1/activities", "GET")]
    [InlineData("conversations/c-1/upload", "POST")]
    public async Task An_allowed_site_is_answered_before_anyone_asks_for_a_token(string path, string method)
    {
        using var response = await PreflightAsync(path, method, DirectLineHost.AllowedOrigin);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(DirectLineHost.AllowedOrigin, Header(response, "Access-Control-Allow-Origin"));
        Assert.Contains(method, Header(response, "Access-Control-Allow-Methods")!, StringComparison.Ordinal);
        Assert.Contains("x-ms-bot-agent", Header(response, "Access-Control-Allow-Headers")!, StringComparison.OrdinalIgnoreCase);
        Assert.NotNull(Header(response, "Access-Control-Max-Age"));
        Assert.Contains("Origin", Header(response, "Vary")!, StringComparison.OrdinalIgnoreCase);
        Assert.Null(Header(response, "Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task Any_other_site_is_not_let_in()
    {
        using var response = await PreflightAsync("conversations", "POST", "https://evil.example");

        Assert.Null(Header(response, "Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task An_allowed_site_can_read_refusals_and_how_long_to_wait()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v3/directline/tokens/generate");
        request.Headers.Add("Origin", DirectLineHost.AllowedOrigin);

        using var response = await host.Host.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(DirectLineHost.AllowedOrigin, Header(response, "Access-Control-Allow-Origin"));
        Assert.Equal("Retry-After", Header(response, "Access-Control-Expose-Headers"));
        Assert.Contains("Origin", Header(response, "Vary")!, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<HttpResponseMessage> PreflightAsync(string path, string method, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, $"v3/directline/{path}");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", method);
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent,x-requested-with");
        return await host.Host.Http.SendAsync(request);
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(",", values) : null;
}
