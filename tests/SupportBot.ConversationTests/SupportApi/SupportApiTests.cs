using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Channels.WebChat.Tokens;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.SupportApi;

/// <summary>The support API as a stranger meets it, on the real host with one seller whose Xero is disconnected.</summary>
public sealed class SupportApiTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly SupportBotHost _host = shared.Host;

    [Theory]
    [InlineData("api/tickets")]
    [InlineData("api/tickets/LMB-7K2Q")]
    [InlineData("api/conversations?sellerId=bright-kettle")]
    [InlineData("api/conversations/anything")]
    [InlineData("api/sellers/bright-kettle/diagnosis")]
    [InlineData("api/there-is-no-such-call")]
    public async Task Nobody_gets_in_without_the_key(string path)
    {
        using var without = await _host.Http.GetAsync(new Uri(path, UriKind.Relative));
        using var wrong = await SendAsync(HttpMethod.Get, path, key: "key-of-somebody-else");

        await AssertProblemAsync(without, HttpStatusCode.Unauthorized, "X-Api-Key");
        await AssertProblemAsync(wrong, HttpStatusCode.Unauthorized, "X-Api-Key");
    }

    [Fact]
    public async Task The_diagnosis_has_the_shape_of_the_contract()
    {
        var diagnosis = await GetAsync($"api/sellers/{SharedHost.SellerId}/diagnosis");

        Assert.Equal(
            ["sellerId", "settlementId", "checkedAt", "tookMs", "rootCause", "findings", "checks"],
            diagnosis.AsObject().Select(p => p.Key));
        Assert.Equal((SharedHost.SellerId, "BK-2"), ((string?)diagnosis["sellerId"], (string?)diagnosis["settlementId"]));
        Assert.Equal("accounting-disconnected", (string?)diagnosis["rootCause"]);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", (string?)diagnosis["checkedAt"]);
        Assert.NotEmpty(diagnosis["findings"]!.AsArray());
        Assert.All(diagnosis["checks"]!.AsArray(), c => Assert.Contains((string?)c!["outcome"], new[] { "passed", "failed", "unknown" }));
    }

    [Theory]
    [InlineData("api/sellers/nobody/diagnosis", "no seller 'nobody'")]
    [InlineData($"api/sellers/{SharedHost.SellerId}/diagnosis?settlement=NONE-1", "no settlement 'NONE-1'")]
    [InlineData($"api/sellers/{SharedHost.SellerId}/diagnosis?channel=Nowhere", "no sales channel 'Nowhere'")]
    [InlineData("api/tickets/LMB-NONE", "no ticket 'LMB-NONE'")]
    [InlineData("api/conversations/none", "no conversation 'none'")]
    [InlineData("api/nonsense", "/openapi/v1.json")]
    public async Task What_is_not_there_is_said_to_be_missing(string path, string detail)
    {
        using var response = await SendAsync(HttpMethod.Get, path);

        await AssertProblemAsync(response, HttpStatusCode.NotFound, detail);
    }

    [Fact]
    public async Task A_text_is_understood_against_the_given_time()
    {
        var understood = await PostAsync("api/understand", """
            { "text": "my Amazon Germany settlement of 15 March won't go to Xero", "now": "2026-03-20T09:00:00Z", "somethingElse": 1 }
            """);

        Assert.Equal("settlement-not-sending", (string?)understood["intent"]);
        Assert.InRange((double)understood["confidence"]!, 0.5, 1);
        Assert.Equal("Amazon.de", (string?)understood["entities"]!["marketplace"]);
        Assert.Equal("xero", (string?)understood["entities"]!["platform"]);
        Assert.Equal("2026-03-15", (string?)understood["entities"]!["date"]);
        Assert.Equal("en-GB", (string?)understood["locale"]);
        Assert.False(understood["entities"]!.AsObject().ContainsKey("settlementId"));
        Assert.False(understood["entities"]!.AsObject().ContainsKey("namesSettlement"));
    }

    [Theory]
    [InlineData("{ \"text\": ", "JSON")]
    [InlineData("[]", "JSON")]
    [InlineData("{ \"text\": 5 }", "$.text")]
    [InlineData("null", "JSON object")]
    [InlineData("{}", "'text'")]
    [InlineData("{ \"text\": \"hi\", \"now\": \"soon\" }", "'now'")]
    public async Task What_cannot_be_understood_as_a_request_is_explained(string body, string detail)
    {
        using var response = await SendAsync(HttpMethod.Post, "api/understand", body: body);

        await AssertProblemAsync(response, HttpStatusCode.BadRequest, detail);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_256_KB_is_refused(bool chunked)
    {
        using var response = await SendAsync(HttpMethod.Post, "api/understand", body: $$"""{ "text": "{{new string('a', 300_000)}}" }""", chunked: chunked);

        await AssertProblemAsync(response, HttpStatusCode.RequestEntityTooLarge, "256 KB");
    }

    [Fact]
    public async Task Tickets_come_newest_first_and_by_status()
    {
        await shared.AddTicketsAsync();

        var all = (await GetAsync("api/tickets")).AsArray();
        var claimed = (await GetAsync("api/tickets?status=claimed")).AsArray();
        var one = await GetAsync("api/tickets/lmb-bbbb");

        Assert.Equal(["LMB-CCCC", "LMB-BBBB"], all.Select(t => (string?)t!["reference"]).Where(r => r is "LMB-BBBB" or "LMB-CCCC"));
        Assert.Equal("LMB-CCCC", (string?)Assert.Single(claimed)!["reference"]);
        Assert.Equal("LMB-BBBB", (string?)one["reference"]);
        Assert.Equal(["opened", "looked at"], one["history"]!.AsArray().Select(e => (string?)e!["event"]));
    }

    [Fact]
    public async Task An_unknown_status_is_answered_with_the_known_ones()
    {
        using var response = await SendAsync(HttpMethod.Get, "api/tickets?status=open");

        await AssertProblemAsync(response, HttpStatusCode.BadRequest, "waiting, claimed");
    }

    [Fact]
    public async Task A_conversation_is_shown_with_its_activities_as_they_went_over_the_wire()
    {
        await shared.AddConversationAsync();

        var listed = Assert.Single((await GetAsync($"api/conversations?sellerId={SharedHost.OtherSellerId}")).AsArray())!;
        var shown = await GetAsync($"api/conversations/{(string?)listed["id"]}");

        Assert.Equal(["id", "channel", "sellerId", "userId", "owner", "lastActivityAt", "outcome"], listed.AsObject().Select(p => p.Key));
        Assert.Equal(["id", "channel", "sellerId", "userId", "owner", "outcome", "activities"], shown.AsObject().Select(p => p.Key));
        Assert.Equal(("webchat", "agent:Ada", "2026-03-20T09:00:00Z"), ((string?)listed["channel"], (string?)listed["owner"], (string?)listed["lastActivityAt"]));
        Assert.Equal(["one", "two", "three"], shown["activities"]!.AsArray().Select(a => (string?)a!["text"]));
        Assert.Equal("kept", (string?)shown["activities"]![0]!["somethingOfTheChannel"]);
    }

    [Fact]
    public async Task A_mail_that_nobody_received_belongs_to_no_conversation() =>
        Assert.Empty((await GetAsync("api/conversations?messageId=%3Ca%40b%3E")).AsArray());

    [Fact]
    public async Task All_conversations_at_once_are_not_given_away()
    {
        using var response = await SendAsync(HttpMethod.Get, "api/conversations");

        await AssertProblemAsync(response, HttpStatusCode.BadRequest, "sellerId");
    }

    [Fact]
    public async Task A_seller_may_look_at_the_own_account_and_at_no_other()
    {
        using var own = await GetOwnAsync(new UserIdentity(SharedHost.SellerId, SharedHost.UserId));
        using var stranger = await GetOwnAsync(new UserIdentity(SharedHost.SellerId, "nobody"));
        using var withKey = await SendAsync(HttpMethod.Get, "api/me/diagnosis");

        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Equal(SharedHost.SellerId, (string?)(await own.Content.ReadFromJsonAsync<JsonNode>())!["sellerId"]);
        await AssertProblemAsync(stranger, HttpStatusCode.Unauthorized, "Sign in");
        await AssertProblemAsync(withKey, HttpStatusCode.Unauthorized, "Bearer");
    }

    [Fact]
    public async Task A_seller_who_asks_without_end_is_asked_to_wait()
    {
        var responses = new List<HttpStatusCode>();
        for (var i = 0; i < 40 && !responses.Contains(HttpStatusCode.TooManyRequests); i++)
        {
            using var response = await GetOwnAsync(new UserIdentity("no-such-seller", "impatient"));
            responses.Add(response.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, responses[^1]);
    }

    [Fact]
    public async Task The_calls_are_described_with_who_may_make_them()
    {
        var document = await _host.Http.GetFromJsonAsync<JsonObject>("openapi/v1.json");

        var tickets = document!["paths"]!["/api/tickets"]!["get"]!;
        Assert.Equal("SupportKey", tickets["security"]![0]!.AsObject().Single().Key);
        Assert.Equal("UserToken", document["paths"]!["/api/me/diagnosis"]!["get"]!["security"]![0]!.AsObject().Single().Key);
        Assert.Equal("X-Api-Key", (string?)document["components"]!["securitySchemes"]!["SupportKey"]!["name"]);
        Assert.Contains("X-Api-Key", (string?)tickets["responses"]!["401"]!["content"]!["application/problem+json"]!["example"]!["detail"]);
        Assert.NotNull(document["paths"]!["/api/understand"]!["post"]!["requestBody"]);
    }

    [Theory]
    [InlineData("SupportActionBody", "action,by,key,reason")]
    [InlineData("UnderstandRequest", "text")]
    public async Task What_a_body_must_have_is_required_and_never_null(string schema, string required)
    {
        var described = (await _host.Http.GetFromJsonAsync<JsonObject>("openapi/v1.json"))!["components"]!["schemas"]![schema]!;

        Assert.Equal(required, string.Join(',', described["required"]!.AsArray().Select(name => (string)name!).Order()));
        Assert.All(required.Split(','), name => Assert.Equal("string", (string?)described["properties"]![name]!["type"]));
    }

    private async Task<JsonNode> GetAsync(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);
        response.EnsureSuccessStatusCode();
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("text/plain")]
    public async Task Json_under_another_name_is_understood_too(string contentType)
    {
        using var response = await SendAsync(HttpMethod.Post, "api/understand", body: """{ "text": "hello" }""", contentType: contentType);

        Assert.Equal("greeting", (string?)(await response.Content.ReadFromJsonAsync<JsonNode>())!["intent"]);
    }

    [Theory]
    [InlineData("GET", "there-is-nothing", 404, "/openapi/v1.json")]
    [InlineData("GET", "v3/directline/there-is-nothing", 404, "/openapi/v1.json")]
    [InlineData("PUT", "v3/directline/conversations", 405, "Use POST")]
    [InlineData("GET", "api/conversations?sellerId=%00", 400, "%00")]
    [InlineData("GET", "api/sellers/nobody/diagnosis?settlement=a%00", 400, "%00")]
    public async Task What_the_server_refuses_by_itself_tells_what_to_do_too(string method, string path, int status, string detail)
    {
        using var response = await SendAsync(new HttpMethod(method), path);

        await AssertProblemAsync(response, (HttpStatusCode)status, detail);
    }

    [Fact]
    public async Task A_locale_with_an_underscore_is_the_same_locale()
    {
        var understood = await PostAsync("api/understand", """{ "text": "03/04/2026", "locale": "en_US", "now": "2026-03-20T09:00:00Z" }""");

        Assert.Equal("2026-03-04", (string?)understood["entities"]!["date"]);
    }

    private async Task<JsonNode> PostAsync(string path, string body)
    {
        using var response = await SendAsync(HttpMethod.Post, path, body: body);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string key = SupportBotHost.ApiKey, string? body = null, bool chunked = false,
        string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Api-Key", key);
        request.Headers.TransferEncodingChunked = chunked;
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, contentType);
        return await _host.Http.SendAsync(request);
    }

    private async Task<HttpResponseMessage> GetOwnAsync(UserIdentity user)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/me/diagnosis");
        request.Headers.Authorization = new("Bearer", _host.Services.GetRequiredService<UserTokenIssuer>().Issue(user));
        return await _host.Http.SendAsync(request);
    }

    private static async Task AssertProblemAsync(HttpResponseMessage response, HttpStatusCode status, string detail)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(detail, (string?)(await response.Content.ReadFromJsonAsync<JsonNode>())!["detail"], StringComparison.Ordinal);
    }
}
