using System.Text.Json.Nodes;
using Xunit;

namespace SupportBot.ConversationTests.DirectLine;

[Collection(DirectLineCollection.Name)]
public sealed class ActivityTests(DirectLineHost host)
{
    [Fact]
    public async Task A_message_comes_back_as_Web_Chat_needs_it_to_show_it_as_sent()
    {
        var chat = await host.OpenAsync();
        var id = await chat.SayAsync("my settlement won't send", "client-1");

        var echo = await chat.EchoOfAsync(id);

        Assert.Equal("message", (string?)echo["type"]);
        Assert.Equal("my settlement won't send", (string?)echo["text"]);
        Assert.Equal("plain", (string?)echo["textFormat"]);
        Assert.Equal("client-1", (string?)echo["channelData"]!["clientActivityID"]);
        Assert.Equal(chat.Id, (string?)echo["conversation"]!["id"]);
        Assert.Equal(host.Ana.UserId, (string?)echo["from"]!["id"]);
        Assert.Equal("user", (string?)echo["from"]!["role"]);
        Assert.Equal("bot", (string?)echo["recipient"]!["role"]);
        Assert.EndsWith("Z", (string?)echo["timestamp"], StringComparison.Ordinal);
        Assert.NotNull(echo["channelId"]);
    }

    [Fact]
    public async Task What_a_client_claims_about_itself_is_not_believed()
    {
        var chat = await host.OpenAsync();
        var activity = JsonNode.Parse("""
            {
              "type": "message", "text": "hello", "id": "1", "timestamp": "1999-01-01T00:00:00Z", "channelId": "msteams",
              "serviceUrl": "https://evil.example", "callerId": "urn:evil", "replyToId": "no-such-activity", "localTimezone": "Mars",
              "from": { "id": "someone-else", "name": "SupportBot", "role": "bot", "aadObjectId": "1" },
              "recipient": { "id": "someone-else" }, "conversation": { "id": "another" }, "locale": "<script>", "name": "x",
              "entities": [ { "type": "mention" } ], "suggestedActions": { "to": [], "actions": [] },
              "attachments": [ { "contentType": "text/html", "contentUrl": "https://evil.example", "content": "<b>" } ],
              "channelData": { "clientActivityID": "c", "webchat:sequence-id": 99999, "streamId": "1", "tenant": { "id": "x" } }
            }
            """)!;

        var answer = await chat.PostAsync(activity);

        var echo = await chat.EchoOfAsync(answer.Text("id"));
        string[] kept = ["type", "id", "timestamp", "channelId", "from", "recipient", "conversation", "text", "textFormat", "channelData"];
        Assert.Equal(kept.Order(), echo.Select(member => member.Key).Order());
        Assert.Equal(host.Ana.UserId, (string?)echo["from"]!["id"]);
        Assert.Equal("user", (string?)echo["from"]!["role"]);
        Assert.NotEqual("SupportBot", (string?)echo["from"]!["name"]);
        Assert.Null(echo["from"]!["aadObjectId"]);
        Assert.NotEqual("1", (string?)echo["id"]);
        Assert.NotEqual("msteams", (string?)echo["channelId"]);
        Assert.Equal(chat.Id, (string?)echo["conversation"]!["id"]);
        Assert.NotEqual(1999, ((DateTimeOffset)echo["timestamp"]!).Year);
        Assert.Equal(["clientActivityID", "webchat:sequence-id"], echo["channelData"]!.AsObject().Select(member => member.Key).Order());
        Assert.NotEqual(99999, (decimal)echo["channelData"]!["webchat:sequence-id"]!);
    }

    [Fact]
    public async Task A_repeated_delivery_gets_the_same_answer_and_changes_nothing()
    {
        var chat = await host.OpenAsync();

        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => chat.SayAsync("once", "the-same")));
        var later = await chat.SayAsync("different words do not make it new", "the-same");

        Assert.Equal(later, Assert.Single(ids.Distinct()));
        Assert.Equal("once", (string?)Assert.Single(await chat.ReadOwnAsync())["text"]);
    }

    [Fact]
    public async Task The_same_client_id_means_nothing_in_another_conversation()
    {
        var (one, two) = (await host.OpenAsync(), await host.OpenAsync());

        Assert.NotEqual(await one.SayAsync("hello", "c-1"), await two.SayAsync("hello", "c-1"));
        Assert.Single(await two.ReadOwnAsync());
    }

    [Fact]
    public async Task Messages_without_a_client_id_are_all_kept_and_in_order()
    {
        var chat = await host.OpenAsync();
        string[] said = ["one", "two", "three", "four", "five", "six", "seven"];
        foreach (var text in said)
        {
            await chat.SayAsync(text);
        }

        var own = await chat.ReadOwnAsync();

        Assert.Equal(said, own.Select(activity => (string?)activity["text"]));
        var order = own.Select(activity => (decimal)activity["channelData"]!["webchat:sequence-id"]!).ToList();
        Assert.Equal(order.Order(), order);
        Assert.Equal(order.Count, order.Distinct().Count());
    }

    [Fact]
    public async Task A_reader_gets_only_what_came_after_its_watermark_and_never_too_much_at_once()
    {
        var chat = await host.OpenAsync();
        foreach (var text in (string[])["one", "two", "three", "four"])
        {
            await chat.SayAsync(text);
        }

        var page = await chat.ReadAsync();
        var all = await chat.ReadAllAsync();
        var last = (decimal)all[^1]["channelData"]!["webchat:sequence-id"]!;
        var beyond = await chat.ReadAsync($"{last + 1000}");

        Assert.InRange(page.Activities.Count, 1, DirectLineHost.PageSize);
        Assert.Equal(all.Count, all.DistinctBy(activity => (string?)activity["id"]).Count());
        Assert.Empty(beyond.Activities);
        Assert.Equal($"{last + 1000}", beyond.Text("watermark"));
    }

    [Fact]
    public async Task The_products_notes_to_itself_are_not_shown()
    {
        var chat = await host.OpenAsync();
        await chat.SayAsync("hello");

        Assert.All(await chat.ReadAllAsync(), activity => Assert.Contains((string?)activity["type"], (string[])["message", "event", "typing"]));
    }

    [Fact]
    public async Task A_pressed_button_keeps_what_it_carries()
    {
        var chat = await host.OpenAsync();
        var pressed = JsonNode.Parse("""
            { "type": "message", "value": { "verb": "confirm", "cardId": "c-1", "note": "Größe ½ \"x\"" },
              "channelData": { "clientActivityID": "c", "postBack": true, "messageBack": { "displayText": "Yes, please" } } }
            """)!;

        var echo = await chat.EchoOfAsync((await chat.PostAsync(pressed)).Text("id"));

        Assert.True(JsonNode.DeepEquals(pressed["value"], echo["value"]));
        Assert.True((bool)echo["channelData"]!["postBack"]!);
        Assert.Equal("Yes, please", (string?)echo["channelData"]!["messageBack"]!["displayText"]);
    }

    [Fact]
    public async Task An_event_comes_back_to_whom_it_came_from()
    {
        var chat = await host.OpenAsync();
        var joined = JsonNode.Parse("""{ "type": "event", "name": "webchat/join", "value": { "language": "en" }, "channelData": { "clientActivityID": "j" } }""")!;

        var echo = await chat.EchoOfAsync((await chat.PostAsync(joined)).Text("id"));

        Assert.Equal("webchat/join", (string?)echo["name"]);
        Assert.Equal("user", (string?)echo["from"]!["role"]);
    }

    [Fact]
    public async Task Typing_is_accepted_and_forgotten()
    {
        var chat = await host.OpenAsync();

        var answer = await chat.PostAsync(new JsonObject { ["type"] = "typing" });

        Assert.Equal(200, answer.Status);
        Assert.NotEmpty(answer.Text("id"));
        Assert.Empty(await chat.ReadOwnAsync());
    }

    [Theory]
    [InlineData("""{ "type": "conversationUpdate", "membersAdded": [ { "id": "x" } ] }""")]
    [InlineData("""{ "type": "endOfConversation" }""")]
    [InlineData("""{ "type": "invoke", "name": "adaptiveCard/action" }""")]
    [InlineData("""{ "type": "messageDelete", "id": "1" }""")]
    [InlineData("""{ "type": "Message", "text": "types are written small" }""")]
    [InlineData("""{ "text": "no type" }""")]
    [InlineData("""{ "type": "message" }""")]
    [InlineData("""{ "type": "message", "text": " \n " }""")]
    [InlineData("""{ "type": "message", "text": 5 }""")]
    [InlineData("""{ "type": "message", "text": "half a \ud83d" }""")]
    [InlineData("""{ "type": "message", "text": "x", "from": "me" }""")]
    [InlineData("""{ "type": "message", "value": { "text": "half a \ud83d" } }""")]
    [InlineData("""{ "type": "event" }""")]
    [InlineData("""[ { "type": "message", "text": "one of many" } ]""")]
    [InlineData("""{ "type": "message", "text": "cut o""")]
    [InlineData("""{ "type": "message", "text": "x" } { "type": "message", "text": "y" }""")]
    [InlineData("null")]
    [InlineData("")]
    public async Task What_is_no_message_event_or_typing_is_refused(string body)
    {
        var chat = await host.OpenAsync();

        (await PostRawAsync(chat, new StringContent(body))).AssertRefused(400, "BadArgument");
        Assert.Empty(await chat.ReadOwnAsync());
    }

    [Fact]
    public async Task Too_long_a_message_is_refused_and_the_longest_is_not()
    {
        var chat = await host.OpenAsync();

        (await chat.PostAsync(Chat.Message(new string('a', 8001)))).AssertRefused(400, "BadArgument");
        (await chat.PostAsync(Chat.Message("x", new string('c', 161)))).AssertRefused(400, "BadArgument");
        await chat.SayAsync(new string('a', 8000), new string('c', 160));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Json_over_256_KB_is_refused(bool lengthKnown)
    {
        var chat = await host.OpenAsync();
        var json = $$"""{ "type": "message", "text": "hello", "unknown": "{{new string('a', 256 * 1024)}}" }""";
        HttpContent content = lengthKnown
            ? new StringContent(json)
            : new StreamContent(new UnmeasuredStream(System.Text.Encoding.UTF8.GetBytes(json)));

        (await PostRawAsync(chat, content)).AssertRefused(413, "TooLarge");
    }

    [Fact]
    public async Task What_no_database_keeps_is_left_out_of_a_text()
    {
        var chat = await host.OpenAsync();

        var answer = await PostRawAsync(chat, new StringContent("""{ "type": "message", "text": "still\u0000 stuck" }"""));

        Assert.Equal("still stuck", (string?)(await chat.EchoOfAsync(answer.Text("id")))["text"]);
    }

    [Theory]
    [InlineData("""{ "type": "message", "text": "\u0000" }""")]
    [InlineData("""{ "type": "message", "text": "half a pair \ud83d" }""")]
    [InlineData("""{ "type": "message", "text": "x", "channelData": { "clientActivityID": "a\u0000" } }""")]
    [InlineData("""{ "type": "message", "text": "x", "channelData": { "clientActivityID": "a\udc00" } }""")]
    [InlineData("""{ "type": "message", "value": { "errorText": "a\u0000b" } }""")]
    [InlineData("""{ "type": "message", "value": { "a\u0000b": 1 } }""")]
    [InlineData("""{ "type": "message", "value": { "errorText": "\ud83d" } }""")]
    [InlineData("""{ "type": "event", "name": "a\u0000b" }""")]
    public async Task What_no_database_keeps_is_refused_where_nothing_may_be_left_out(string body)
    {
        var chat = await host.OpenAsync();

        (await PostRawAsync(chat, new StringContent(body))).AssertRefused(400, "BadArgument");
        Assert.Empty(await chat.ReadOwnAsync());
    }

    [Fact]
    public async Task Deeply_nested_json_is_refused()
    {
        var chat = await host.OpenAsync();
        var nested = $$"""{ "type": "message", "value": {{new string('[', 5000)}}{{new string(']', 5000)}} }""";

        (await PostRawAsync(chat, new StringContent(nested))).AssertRefused(400, "BadArgument");
    }

    [Fact]
    public async Task Without_a_token_nothing_is_said_or_read()
    {
        var chat = await host.OpenAsync();

        (await PostRawAsync(chat, new StringContent("""{ "type": "message", "text": "x" }"""), "")).AssertRefused(401, "Unauthorized");
        (await host.GetAsync($"conversations/{chat.Id}/activities", null)).AssertRefused(401, "Unauthorized");
    }

    private static async Task<Answer> PostRawAsync(Chat chat, HttpContent content, string? token = null)
    {
        using (content)
        {
            return await DirectLineHost.SendAsync(
                chat.Host, HttpMethod.Post, $"conversations/{chat.Id}/activities", token is "" ? null : token ?? chat.Token, content);
        }
    }

    /// <summary>Does not tell its length, so that it is sent in chunks.</summary>
    private sealed class UnmeasuredStream(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
