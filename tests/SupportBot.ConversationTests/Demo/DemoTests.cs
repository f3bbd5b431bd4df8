using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SupportBot.Testing.Drivers;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.Demo;

public sealed class DemoTests
{
    [Fact]
    public async Task Every_demo_seller_has_a_story_of_its_own()
    {
        await using var host = await SupportBotHost.StartAsync();

        var sellers = (await host.Http.GetFromJsonAsync<JsonArray>(new Uri("demo/sellers", UriKind.Relative)))!;

        var stories = sellers.Select(s => (string?)s!["story"]).ToList();
        Assert.InRange(stories.Count, 14, 100);
        Assert.Equal(stories.Distinct(), stories);
        Assert.DoesNotContain("From a snapshot of your own.", stories);
    }

    [Theory]
    [InlineData("demo/sign-in/nobody")]
    [InlineData("demo/sign-in/velvet-fox?user=nobody")]
    public async Task Nobody_signs_in_who_is_no_demo_user(string address)
    {
        await using var host = await SupportBotHost.StartAsync();

        using var answer = await host.Http.PostAsync(new Uri(address, UriKind.Relative), null);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("demo/sellers", (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_opens_only_to_its_own_users()
    {
        await using var host = await SupportBotHost.StartAsync();
        var token = await Seller.SignInAsync(host.Http, "velvet-fox");

        using var stranger = await SendAsync(host, "demo/settlements/VF-211/send", "not a token", new JsonObject());
        using var foreign = await SendAsync(host, "demo/settlements/MM-102/send", token, new JsonObject());
        using var own = await SendAsync(host, "demo/settlements/VF-211/send", token, new JsonObject());

        Assert.Equal(
            [HttpStatusCode.Unauthorized, HttpStatusCode.NotFound, HttpStatusCode.OK], [stranger.StatusCode, foreign.StatusCode, own.StatusCode]);
    }

    [Fact]
    public async Task Only_accounts_of_the_platform_can_be_chosen()
    {
        await using var host = await SupportBotHost.StartAsync();
        var token = await Seller.SignInAsync(host.Http, "velvet-fox");
        var choice = new JsonObject { ["channel"] = "Amazon EU", ["category"] = "FBA storage fees", ["account"] = "9999" };

        using var refused = await SendAsync(host, "demo/mappings", token, choice);
        choice["account"] = "408";
        using var taken = await SendAsync(host, "demo/mappings", token, choice);

        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.True((bool?)(await taken.Content.ReadFromJsonAsync<JsonObject>())!["done"]);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "demo/demo.js")]
    [InlineData("GET", "demo/sellers")]
    [InlineData("GET", "demo/account")]
    [InlineData("POST", "demo/sign-in/velvet-fox")]
    public async Task Without_the_demo_nothing_of_it_is_there(string method, string address)
    {
        await using var host = await SupportBotHost.StartAsync(new Dictionary<string, string> { ["Demo:Enabled"] = "false" });

        using var answer = await host.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), address));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("help/settlement-will-not-send")]
    [InlineData("widget.js")]
    [InlineData("demo/account")]
    public async Task No_page_runs_scripts_of_others(string address)
    {
        await using var host = await SupportBotHost.StartAsync();

        using var answer = await host.Http.GetAsync(new Uri(address, UriKind.Relative));

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task A_page_that_is_unchanged_keeps_its_policy()
    {
        await using var host = await SupportBotHost.StartAsync();
        using var page = await host.Http.GetAsync(new Uri("", UriKind.Relative));
        using var again = new HttpRequestMessage(HttpMethod.Get, "");
        again.Headers.IfNoneMatch.Add(page.Headers.ETag!);

        using var answer = await host.Http.SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Content-Security-Policy"));
    }

    private static async Task<HttpResponseMessage> SendAsync(SupportBotHost host, string address, string token, JsonObject body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await host.Http.SendAsync(request);
    }
}
