using System.Text.Json;
using System.Text.Json.Nodes;
using SupportBot.Channels.Teams;
using SupportBot.Protocol.Activities;
using Xunit;

namespace SupportBot.UnitTests.Channels.Connector;

public sealed class MentionTextTests
{
    [Theory]
    [InlineData("<at>SupportBot</at>\u00a0the VAT rerun is on its way", "the VAT rerun is on its way")]
    [InlineData("the VAT rerun <at>SupportBot</at> is on its way", "the VAT rerun  is on its way")]
    [InlineData("<at>SupportBot</at> <at>SupportBot</at>", "")]
    [InlineData("<at>Tom Webb</at> can you look? <at>SupportBot</at>", "<at>Tom Webb</at> can you look?")]
    public void The_bots_mention_is_taken_out_and_others_stay(string text, string said)
    {
        var (stripped, mentionsRecipient) = MentionText.Strip(Message(text, Mention("28:bot", "<at>SupportBot</at>"), Mention("29:tom", "<at>Tom Webb</at>")));

        Assert.Equal((said, true), (stripped, mentionsRecipient));
    }

    [Fact]
    public void A_message_without_a_mention_stays_as_it_is() =>
        Assert.Equal(("just words", false), MentionText.Strip(Message(" just words ", Mention("29:tom", "<at>Tom Webb</at>"))));

    [Theory]
    [InlineData("""{"type":"mention"}""")]
    [InlineData("""{"type":"mention","mentioned":"28:bot","text":5}""")]
    [InlineData("""7""")]
    public void Entities_of_another_shape_are_no_mention(string entity) =>
        Assert.Equal(("hello", false), MentionText.Strip(Message("hello", JsonNode.Parse(entity)!)));

    private static JsonObject Mention(string id, string text) =>
        new() { ["type"] = "mention", ["mentioned"] = new JsonObject { ["id"] = id }, ["text"] = text };

    private static Activity Message(string text, params JsonNode[] entities) => new()
    {
        Text = text,
        Recipient = new ChannelAccount { Id = "28:bot" },
        Entities = JsonSerializer.SerializeToElement(new JsonArray(entities)),
    };
}
