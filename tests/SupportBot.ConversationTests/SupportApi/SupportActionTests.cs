using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SupportBot.Testing.Drivers;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.SupportApi;

/// <summary>What only support can do, asked for over the support API.</summary>
public sealed class SupportActionTests : IAsyncLifetime
{
    private SupportBotHost? _host;
    private string _reference = "";

    private SupportBotHost Host => _host!;

    [Fact]
    public async Task An_action_is_done_once_and_the_ticket_tells_who_why_and_what_came_of_it()
    {
        var first = await ActAsync(Body());
        var second = await ActAsync(Body());

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        var history = await HistoryAsync(h => h.Any(e => e.Contains("checked again", StringComparison.Ordinal)));
        Assert.Single(history, "asked for a reconnect of the channel: The link dropped");
        Assert.Single(history, "a reconnect of the channel was done");
        Assert.Single(history, "checked again after a reconnect of the channel: nothing found, nothing left for support");
        Assert.Equal("returned", (string?)(await Host.GetAsync($"api/tickets/{_reference}"))!["status"]);
    }

    [Theory]
    [InlineData("action", "nonsense", 400, "reconnect-channel")]
    [InlineData("reason", "", 400, "reason")]
    [InlineData("by", " ", 400, "by")]
    [InlineData("key", "", 400, "key")]
    public async Task What_is_missing_is_said_and_changes_nothing(string field, string value, int status, string detail)
    {
        var body = Body();
        body[field] = value;

        var answer = await ActAsync(body);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(detail, (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["detail"]!, StringComparison.Ordinal);
        Assert.Equal("waiting", (string?)(await Host.GetAsync($"api/tickets/{_reference}"))!["status"]);
    }

    [Fact]
    public async Task A_key_of_another_request_and_an_unknown_ticket_are_refused()
    {
        await ActAsync(Body());
        var other = Body();
        other["action"] = "rerun-vat";

        Assert.Equal(HttpStatusCode.Conflict, (await ActAsync(other)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ActAsync(Body("another"), "LMB-NONE")).StatusCode);
    }

    public async Task InitializeAsync()
    {
        _host = await SupportBotHost.StartAsync();
        var seller = await Seller.OpenChatAsync(Host.Http, "koala-crafts");
        await seller.SayAsync("my settlement won't send");
        await seller.ChooseAsync("Send to support");
        _reference = (string)(await Host.GetAsync("api/tickets"))!.AsArray().Single()!["reference"]!;
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();

    private static JsonObject Body(string key = "press-1") =>
        new() { ["action"] = "reconnect-channel", ["reason"] = "The link dropped", ["by"] = "Ada", ["key"] = key };

    private async Task<HttpResponseMessage> ActAsync(JsonObject body, string? reference = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/tickets/{reference ?? _reference}/actions") { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Api-Key", SupportBotHost.ApiKey);
        return await Host.Http.SendAsync(request);
    }

    private async Task<List<string>> HistoryAsync(Predicate<List<string>> isComplete)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            await timer.WaitForNextTickAsync(deadline.Token);
            var history = (await Host.GetAsync($"api/tickets/{_reference}"))!["history"]!.AsArray().Select(e => (string)e!["event"]!).ToList();
            if (isComplete(history))
            {
                return history;
            }
        }
    }
}
