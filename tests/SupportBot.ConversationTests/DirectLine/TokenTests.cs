using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SupportBot.Channels.WebChat;
using SupportBot.Channels.WebChat.Tokens;
using SupportBot.Testing.Builders;
using SupportBot.Testing.Fakes;
using Xunit;

namespace SupportBot.ConversationTests.DirectLine;

[Collection(DirectLineCollection.Name)]
public sealed class TokenTests(DirectLineHost host)
{
    [Fact]
    public async Task A_user_token_is_exchanged_for_the_token_of_a_new_conversation()
    {
        var first = await host.PostAsync("tokens/generate", DirectLineHost.UserToken(host.Ana));
        var second = await host.PostAsync("tokens/generate", DirectLineHost.UserToken(host.Ana), new JsonObject { ["user"] = new JsonObject { ["id"] = "dl_x" } });

        Assert.Equal(200, first.Status);
        Assert.InRange((int)first.Json["expires_in"]!, 1800, 3600);
        Assert.NotEqual(first.Text("conversationId"), second.Text("conversationId"));
        Assert.True(first.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_second_device_continues_the_latest_conversation_when_it_asks_to()
    {
        var users = await DirectLineHost.UsersAsync(host.Host);
        var user = users[2];
        var resume = new JsonObject { ["resume"] = true };
        var none = await host.PostAsync("tokens/generate", DirectLineHost.UserToken(user), resume);
        var earlier = await host.OpenAsync(user);
        var later = await host.OpenAsync(user);
        await later.SayAsync("hello from the first device");

        var resumed = await host.PostAsync("tokens/generate", DirectLineHost.UserToken(user), resume);

        Assert.Equal(200, none.Status);
        Assert.NotEqual(earlier.Id, none.Text("conversationId"));
        Assert.Equal(later.Id, resumed.Text("conversationId"));
        var history = await (later with { Token = resumed.Text("token") }).ReadOwnAsync();
        Assert.Equal("hello from the first device", (string?)Assert.Single(history)["text"]);
    }

    public static TheoryData<string> RefusedTokens => ["", "rubbish", "none", "HS384", "aud", "iss", "ended", "too far", "key", "user", "seller"];

    [Theory]
    [MemberData(nameof(RefusedTokens))]
    public async Task A_token_that_is_not_as_the_contract_says_is_refused_everywhere(string flaw)
    {
        var now = TimeProvider.System.GetUtcNow();
        var claims = HandmadeToken.Claims(host.Ana.SellerId, host.Ana.UserId, now);
        switch (flaw)
        {
            case "aud" or "iss":
                claims[flaw] = "someone-else";
                break;
            case "ended":
                claims["exp"] = now.AddSeconds(-1).ToUnixTimeSeconds();
                break;
            case "too far":
                claims["exp"] = now.AddMinutes(61).ToUnixTimeSeconds();
                break;
            case "user":
                claims["sub"] = "nobody-of-that-name";
                break;
            case "seller":
                claims["seller"] = "no-such-seller";
                break;
        }

        var token = flaw switch
        {
            "" => null,
            "rubbish" => "rubbish",
            "none" => HandmadeToken.Sign(claims, DirectLineHost.SigningKey, "none"),
            "HS384" => HandmadeToken.Sign(claims, DirectLineHost.SigningKey, "HS384"),
            "key" => HandmadeToken.Sign(claims, "a key of the same length that is not ours"),
            _ => HandmadeToken.Sign(claims, DirectLineHost.SigningKey),
        };

        (await host.PostAsync("tokens/generate", token)).AssertRefused(401, "Unauthorized");
        (await host.PostAsync("conversations", token)).AssertRefused(401, "Unauthorized");
    }

    [Fact]
    public async Task A_token_is_refreshed_for_the_same_conversation()
    {
        var chat = await host.OpenAsync();

        var refreshed = await host.PostAsync("tokens/refresh", chat.Token);

        Assert.Equal(200, refreshed.Status);
        Assert.Equal(chat.Id, refreshed.Text("conversationId"));
        await (chat with { Token = refreshed.Text("token") }).SayAsync("still here");
    }

    [Fact]
    public async Task An_ended_token_is_told_apart_from_a_false_one()
    {
        var chat = await host.OpenAsync();
        var ended = chat with { Token = TokenOf(chat, TimeSpan.FromHours(2)) };

        (await host.PostAsync("tokens/refresh", ended.Token)).AssertRefused(403, "TokenExpired");
        (await ended.ReadAsync()).AssertRefused(403, "TokenExpired");
        (await ended.PostAsync(Chat.Message("too late"))).AssertRefused(403, "TokenExpired");
        (await host.PostAsync("tokens/refresh", chat.Token + "x")).AssertRefused(401, "Unauthorized");
    }

    [Fact]
    public async Task Each_kind_of_token_opens_its_own_doors_only()
    {
        var chat = await host.OpenAsync();

        (await host.PostAsync("tokens/generate", chat.Token)).AssertRefused(401, "Unauthorized");
        (await host.PostAsync("tokens/refresh", DirectLineHost.UserToken(host.Ana))).AssertRefused(401, "Unauthorized");
        (await chat.ReadAsync(token: DirectLineHost.UserToken(host.Ana))).AssertRefused(401, "Unauthorized");
    }

    [Fact]
    public async Task A_session_of_a_user_who_has_left_the_account_is_not_refreshed()
    {
        var chat = new Chat(host.Host, host.Ana with { UserId = "has-left" }, "c", "", new Uri("ws://unused"));

        (await host.PostAsync("tokens/refresh", TokenOf(chat, TimeSpan.Zero))).AssertRefused(403, "TokenExpired");
    }

    [Theory]
    [InlineData("""{"resume":"yes"}""")]
    [InlineData("""[]""")]
    [InlineData("""{"resume":""")]
    [InlineData("""{} {}""")]
    public async Task A_body_that_cannot_be_read_is_refused(string body)
    {
        using var content = new StringContent(body);
        var answer = await DirectLineHost.SendAsync(host.Host, HttpMethod.Post, "tokens/generate", DirectLineHost.UserToken(host.Ana), content);

        answer.AssertRefused(400, "BadArgument");
    }

    /// <summary>A token as the server made it some time ago.</summary>
    private static string TokenOf(Chat chat, TimeSpan age)
    {
        var clock = new ManualClock(TimeProvider.System.GetUtcNow() - age);
        var tokens = new DirectLineTokens(Options.Create(new WebChatOptions { SigningKey = DirectLineHost.SigningKey }), clock);
        return tokens.Start(chat.Id, chat.User, null).Token;
    }
}
