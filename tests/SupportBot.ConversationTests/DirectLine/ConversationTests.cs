using SupportBot.Channels.WebChat.Tokens;
using SupportBot.Testing.Drivers;
using Xunit;

namespace SupportBot.ConversationTests.DirectLine;

[Collection(DirectLineCollection.Name)]
public sealed class ConversationTests(DirectLineHost host)
{
    [Fact]
    public async Task A_conversation_is_begun_once_and_found_afterwards()
    {
        var generated = await host.PostAsync("tokens/generate", DirectLineHost.UserToken(host.Ana));
        var (id, token) = (generated.Text("conversationId"), generated.Text("token"));

        var first = await host.PostAsync("conversations", token);
        var second = await host.PostAsync("conversations", token);
        var found = await host.GetAsync($"conversations/{id}?watermark=", token);

        Assert.Equal(201, first.Status);
        Assert.Equal(200, second.Status);
        Assert.Equal(200, found.Status);
        Assert.All([first, second, found], answer =>
        {
            Assert.Equal(id, answer.Text("conversationId"));
            Assert.StartsWith($"ws://127.0.0.1:{host.Host.Address.Port}/v3/directline/conversations/{id}/stream?", answer.Text("streamUrl"), StringComparison.Ordinal);
        });
    }

    /// <summary>Web Chat holds an answer back for five seconds while it waits for what the answer replies to.</summary>
    [Fact]
    public async Task The_greeting_replies_to_nothing_that_its_reader_never_sees()
    {
        var seller = await Seller.OpenChatAsync(host.Host.Http, host.Ana.SellerId, host.Ana.UserId);

        await seller.SayAsync("hello");

        var seen = seller.Transcript.Select(a => (string?)a["id"]).ToHashSet();
        Assert.All(seller.Transcript.Select(a => (string?)a["replyToId"]).Where(id => id is not null), id => Assert.Contains(id, seen));
    }

    [Fact]
    public async Task A_user_token_begins_a_new_conversation_each_time()
    {
        var first = await host.OpenAsync();
        var second = await host.OpenAsync();

        Assert.NotEqual(first.Id, second.Id);
        await first.SayAsync("one");
        await second.SayAsync("two");
        Assert.Equal("one", (string?)Assert.Single(await first.ReadOwnAsync())["text"]);
    }

    [Fact]
    public async Task The_owner_comes_back_with_a_user_token_after_the_conversation_token_is_lost()
    {
        var chat = await host.OpenAsync();
        await chat.SayAsync("before");

        var found = await host.GetAsync($"conversations/{chat.Id}?watermark=0", DirectLineHost.UserToken(host.Ana));

        Assert.Equal(200, found.Status);
        var own = await (chat with { Token = found.Text("token") }).ReadOwnAsync();
        Assert.Equal("before", (string?)Assert.Single(own)["text"]);
    }

    [Fact]
    public async Task Nobody_reads_or_writes_the_conversation_of_another()
    {
        var mine = await host.OpenAsync(host.Ana);
        var alsoMine = await host.OpenAsync(host.Ana);
        var foreign = await host.OpenAsync(host.Ben);

        foreach (var token in (string[])[foreign.Token, alsoMine.Token])
        {
            (await mine.ReadAsync(token: token)).AssertRefused(403, "Forbidden");
            (await mine.PostAsync(Chat.Message("not me"), token)).AssertRefused(403, "Forbidden");
            (await host.GetAsync($"conversations/{mine.Id}", token)).AssertRefused(403, "Forbidden");
        }

        var sameIdElsewhere = new UserIdentity(host.Ben.SellerId, host.Ana.UserId);
        (await host.GetAsync($"conversations/{mine.Id}", DirectLineHost.UserToken(host.Ben))).AssertRefused(403, "Forbidden");
        (await host.GetAsync($"conversations/{mine.Id}", DirectLineHost.UserToken(sameIdElsewhere))).AssertRefused(403, "Forbidden");
        Assert.Empty(await mine.ReadOwnAsync());
    }

    [Fact]
    public async Task Only_a_conversation_that_never_was_is_not_found() =>
        (await host.GetAsync("conversations/no-such-conversation", DirectLineHost.UserToken(host.Ana))).AssertRefused(404, "NotFound");

    [Fact]
    public async Task A_client_that_forgets_to_begin_its_conversation_is_served_all_the_same()
    {
        var generated = await host.PostAsync("tokens/generate", DirectLineHost.UserToken(host.Ana));
        var chat = new Chat(host.Host, host.Ana, generated.Text("conversationId"), generated.Text("token"), new Uri("ws://unused"));

        await chat.SayAsync("straight to the point");

        Assert.Equal("straight to the point", (string?)Assert.Single(await chat.ReadOwnAsync())["text"]);
        Assert.Equal(200, (await host.PostAsync("conversations", chat.Token)).Status);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    [InlineData(" 1")]
    public async Task A_watermark_that_nobody_gave_is_refused(string watermark)
    {
        var chat = await host.OpenAsync();

        (await chat.ReadAsync(watermark)).AssertRefused(400, "BadArgument");
        (await host.GetAsync($"conversations/{chat.Id}?watermark={Uri.EscapeDataString(watermark)}", chat.Token)).AssertRefused(400, "BadArgument");
    }
}
