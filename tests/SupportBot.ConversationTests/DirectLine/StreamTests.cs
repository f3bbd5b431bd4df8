using System.Net;
using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SupportBot.Channels.WebChat;
using SupportBot.Channels.WebChat.Tokens;
using SupportBot.Protocol.Activities;
using SupportBot.Testing.Fakes;
using SupportBot.Testing.Hosting;
using SupportBot.Turns.Outbox;
using Xunit;

namespace SupportBot.ConversationTests.DirectLine;

[Collection(DirectLineCollection.Name)]
public sealed class StreamTests(DirectLineHost host)
{
    [Fact]
    public async Task A_stream_begins_with_the_history_and_goes_on_with_what_is_said()
    {
        var chat = await host.OpenAsync();
        foreach (var text in (string[])["one", "two", "three", "four"])
        {
            await chat.SayAsync(text);
        }

        using var stream = await StreamClient.OpenAsync(chat.StreamUrl);
        await stream.UntilAsync("four");
        await chat.SayAsync("five");
        await stream.UntilAsync("five");
    }

    [Fact]
    public async Task Every_tab_hears_everything()
    {
        var chat = await host.OpenAsync();
        using var one = await StreamClient.OpenAsync(chat.StreamUrl);
        using var two = await StreamClient.OpenAsync(chat.StreamUrl);

        await chat.SayAsync("to both");

        await one.UntilAsync("to both");
        await two.UntilAsync("to both");
    }

    [Fact]
    public async Task A_stream_that_comes_back_gets_only_what_it_missed()
    {
        var chat = await host.OpenAsync();
        await chat.SayAsync("before");
        string watermark;
        using (var first = await StreamClient.OpenAsync(chat.StreamUrl))
        {
            watermark = await first.UntilAsync("before");
        }

        await chat.SayAsync("missed");
        var back = await host.GetAsync($"conversations/{chat.Id}?watermark={watermark}", chat.Token);
        using var second = await StreamClient.OpenAsync(new Uri(back.Text("streamUrl")));

        var set = await second.NextSetAsync();
        Assert.DoesNotContain("before", set.ToJsonString(), StringComparison.Ordinal);
        Assert.True(long.Parse((string)set["watermark"]!, null) > long.Parse(watermark, null));
    }

    [Fact]
    public async Task A_silent_stream_shows_that_it_lives()
    {
        var chat = await host.OpenAsync();
        using var stream = await StreamClient.OpenAsync(chat.StreamUrl);

        string? frame;
        do
        {
            frame = await stream.NextAsync();
            Assert.NotNull(frame);
        }
        while (frame.Length > 0);
    }

    [Fact]
    public async Task Typing_is_shown_without_moving_the_reader()
    {
        var chat = await host.OpenAsync();
        await chat.SayAsync("hello");
        using var stream = await StreamClient.OpenAsync(chat.StreamUrl);
        var watermark = await stream.UntilAsync("hello");

        host.Host.Services.GetRequiredService<ConversationSignals>().Show(
            chat.Id, new Activity { Type = ActivityTypes.Typing, From = new ChannelAccount { Id = "agent-1", Name = "Kim", Role = "bot" } });

        while (true)
        {
            var set = await stream.NextSetAsync();
            var activity = Assert.Single(set["activities"]!.AsArray())!;
            if ((string?)activity["from"]!["id"] == "agent-1")
            {
                Assert.Null(set["watermark"]);
                Assert.Equal("typing", (string?)activity["type"]);
                Assert.Equal(chat.Id, (string?)activity["conversation"]!["id"]);
                Assert.True((decimal)activity["channelData"]!["webchat:sequence-id"]! > decimal.Parse(watermark, null));
                return;
            }
        }
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("https://app.example.com.evil.example")]
    [InlineData("null")]
    public async Task A_page_of_a_site_that_is_not_allowed_cannot_open_a_stream(string origin)
    {
        var chat = await host.OpenAsync();

        Assert.Equal(HttpStatusCode.Forbidden, await StreamClient.RefusalAsync(chat.StreamUrl, origin));
    }

    [Fact]
    public async Task A_page_of_an_allowed_site_or_of_our_own_can()
    {
        var chat = await host.OpenAsync();

        using var allowed = await StreamClient.OpenAsync(chat.StreamUrl, DirectLineHost.AllowedOrigin);
        using var own = await StreamClient.OpenAsync(chat.StreamUrl, $"http://127.0.0.1:{host.Host.Address.Port}");
    }

    [Fact]
    public async Task A_stream_address_opens_its_own_conversation_for_a_minute()
    {
        var chat = await host.OpenAsync();
        var other = await host.OpenAsync();
        var elsewhere = new Uri(chat.StreamUrl.AbsoluteUri.Replace(chat.Id, other.Id, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Forbidden, await StreamClient.RefusalAsync(elsewhere));
        Assert.Equal(HttpStatusCode.Forbidden, await StreamClient.RefusalAsync(Address(chat, AsOf(chat, TimeSpan.FromSeconds(90)))));
        Assert.Equal(HttpStatusCode.Unauthorized, await StreamClient.RefusalAsync(Address(chat, chat.Token)));
        Assert.Equal(HttpStatusCode.Unauthorized, await StreamClient.RefusalAsync(Address(chat, "")));
    }

    [Fact]
    public async Task A_stream_is_not_an_ordinary_page()
    {
        var chat = await host.OpenAsync();
        var path = chat.StreamUrl.PathAndQuery["/v3/directline/".Length..];

        (await host.GetAsync(path, null)).AssertRefused(400, "BadArgument");
    }

    [Fact]
    public async Task A_stream_ends_with_its_token()
    {
        var chat = await host.OpenAsync();
        using var stream = await StreamClient.OpenAsync(Address(chat, EndingSoon(chat).Stream));

        await stream.UntilClosedAsync();

        Assert.Equal(WebSocketCloseStatus.NormalClosure, stream.CloseStatus);
    }

    [Fact]
    public async Task A_stream_stays_when_its_token_is_refreshed()
    {
        var chat = await host.OpenAsync();
        var (token, streamToken) = EndingSoon(chat);
        using var refreshed = await StreamClient.OpenAsync(Address(chat, streamToken));
        using var forgotten = await StreamClient.OpenAsync(Address(chat, EndingSoon(chat).Stream));

        Assert.Equal(200, (await host.PostAsync("tokens/refresh", token)).Status);

        // The other one began at the same time, so its end shows that the first has outlived its token.
        await forgotten.UntilClosedAsync();
        await chat.SayAsync("still there?");
        await refreshed.UntilAsync("still there?");
    }

    [Fact]
    public async Task A_stream_hears_what_another_node_wrote()
    {
        using var folder = new TemporaryFolder();
        await using var one = await SupportBotHost.StartAsync(DirectLineHost.Settings, folder);
        await using var two = await SupportBotHost.StartAsync(DirectLineHost.Settings, folder);
        var chat = await DirectLineHost.OpenAsync(one, (await DirectLineHost.UsersAsync(one))[0]);
        using var stream = await StreamClient.OpenAsync(chat.StreamUrl);

        await (chat with { Host = two }).SayAsync("by way of the other");

        await stream.UntilAsync("by way of the other");
    }

    [Fact]
    public async Task A_stopping_server_says_goodbye_and_a_new_one_has_everything()
    {
        using var folder = new TemporaryFolder();
        Chat chat;
        string watermark;
        await using (var first = await SupportBotHost.StartAsync(DirectLineHost.Settings, folder))
        {
            chat = await DirectLineHost.OpenAsync(first, (await DirectLineHost.UsersAsync(first))[0]);
            await chat.SayAsync("before the restart");
            using var stream = await StreamClient.OpenAsync(chat.StreamUrl);
            watermark = await stream.UntilAsync("before the restart");
            first.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
            await stream.UntilClosedAsync();
            Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, stream.CloseStatus);
        }

        await using var second = await SupportBotHost.StartAsync(DirectLineHost.Settings, folder);
        chat = chat with { Host = second };
        await chat.SayAsync("after the restart");
        var page = await chat.ReadAsync(watermark);
        Assert.DoesNotContain("before the restart", page.Body, StringComparison.Ordinal);
        Assert.Equal(["before the restart", "after the restart"], (await chat.ReadOwnAsync()).Select(activity => (string?)activity["text"]));
    }

    private static DirectLineTokens Tokens(TimeProvider clock) =>
        new(Options.Create(new WebChatOptions { SigningKey = DirectLineHost.SigningKey, TokenLifetime = TimeSpan.FromMinutes(30) }), clock);

    /// <summary>The stream token as it was made some time ago.</summary>
    private static string AsOf(Chat chat, TimeSpan ago)
    {
        var tokens = Tokens(new ManualClock(TimeProvider.System.GetUtcNow() - ago));
        return tokens.IssueForStream(tokens.Start(chat.Id, chat.User, null).Session);
    }

    /// <summary>Tokens of a session whose conversation token has a second or two to live.</summary>
    private static (string Token, string Stream) EndingSoon(Chat chat)
    {
        var clock = new ManualClock(TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(30) + TimeSpan.FromSeconds(2));
        var tokens = Tokens(clock);
        var (token, session) = tokens.Start(chat.Id, chat.User, null);
        clock.Advance(TimeSpan.FromMinutes(30));
        return (token, tokens.IssueForStream(session));
    }

    private static Uri Address(Chat chat, string streamToken) =>
        new($"{chat.StreamUrl.GetLeftPart(UriPartial.Path)}?t={streamToken}&watermark=");
}
