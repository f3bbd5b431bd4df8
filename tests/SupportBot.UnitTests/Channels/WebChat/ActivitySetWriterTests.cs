using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using SupportBot.Channels.WebChat.Activities;
using Xunit;

namespace SupportBot.UnitTests.Channels.WebChat;

public sealed class ActivitySetWriterTests
{
    [Theory]
    [InlineData("""{"type":"message"}""", """{"channelData":{"webchat:sequence-id":7},"type":"message"}""")]
    [InlineData("""{"channelData":{},"type":"message"}""", """{"channelData":{"webchat:sequence-id":7},"type":"message"}""")]
    [InlineData("""{"value":{"channelData":{}},"channelData":{"clientActivityID":"c"}}""", """{"value":{"channelData":{}},"channelData":{"webchat:sequence-id":7,"clientActivityID":"c"}}""")]
    [InlineData("""{"text":"\"channelData\":{","channelData":{"a":{"b":[1]}}}""", """{"text":"\"channelData\":{","channelData":{"webchat:sequence-id":7,"a":{"b":[1]}}}""")]
    [InlineData("""{"text":"für 5 €","channelData":{}}""", """{"text":"für 5 €","channelData":{"webchat:sequence-id":7}}""")]
    public void Every_activity_gets_its_place_in_the_conversation(string stored, string expected) =>
        Assert.Equal($$"""{"activities":[{{expected}}],"watermark":"7"}""", Write("", (stored, 7)));

    [Fact]
    public void A_replacement_may_keep_the_place_of_what_it_replaces()
    {
        const string Stored = """{"id":"1","channelData":{"clientActivityID":"c","webchat:sequence-id":3}}""";

        Assert.Equal($$"""{"activities":[{{Stored}}],"watermark":"7"}""", Write("", (Stored, 7)));
    }

    [Fact]
    public void Files_get_the_address_under_which_the_reader_reaches_them()
    {
        var written = Write(
            "https://support.example.com/bot",
            ("""{"text":"see \"contentUrl\":\"/v3/directline/files/x","attachments":[{"contentUrl":"/v3/directline/files/f-1"},{"contentUrl":"https://elsewhere.example/2"}]}""", 1));

        var activity = JsonNode.Parse(written)!["activities"]![0]!;
        Assert.Equal("https://support.example.com/bot/v3/directline/files/f-1", (string?)activity["attachments"]![0]!["contentUrl"]);
        Assert.Equal("https://elsewhere.example/2", (string?)activity["attachments"]![1]!["contentUrl"]);
        Assert.Equal("see \"contentUrl\":\"/v3/directline/files/x", (string?)activity["text"]);
    }

    [Fact]
    public void Several_activities_stand_in_their_order_and_none_is_an_empty_set()
    {
        Assert.Equal("""{"activities":[],"watermark":"9"}""", Write("", 9));
        Assert.Equal(
            """{"activities":[{"channelData":{"webchat:sequence-id":1},"a":1},{"channelData":{"webchat:sequence-id":2},"a":2}],"watermark":"2"}""",
            Write("", ("""{"a":1}""", 1), ("""{"a":2}""", 2)));
    }

    [Fact]
    public void What_is_not_kept_has_no_watermark()
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new ActivitySetWriter(output, "");
        writer.Begin();
        writer.Add("""{"type":"typing"}""", 7.5m);
        writer.End(null);

        Assert.Equal(
            """{"activities":[{"channelData":{"webchat:sequence-id":7.5},"type":"typing"}]}""", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    private static string Write(string baseUrl, params (string Json, long Sequence)[] lines) => Write(baseUrl, lines[^1].Sequence, lines);

    private static string Write(string baseUrl, long watermark, params (string Json, long Sequence)[] lines)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new ActivitySetWriter(output, baseUrl);
        writer.Begin();
        foreach (var (json, sequence) in lines)
        {
            writer.Add(json, sequence);
        }

        writer.End(watermark);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
