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
    [InlineData("<at>Tom Webb</at> can you look? <at>SupportBot</at>", "Tom Webb can you look?")]
    public void The_bots_mention_is_taken_out_and_others_stand_by_their_names(string text, string said)
    {
        var stripped = MentionText.Strip(Message(text, Mention("28:bot", "<at>SupportBot</at>"), Mention("29:tom", "<at>Tom Webb</at>", "Tom Webb")));

        Assert.Equal((said, true), (stripped.Text, stripped.MentionsRecipient));
    }

    [Theory]
    [InlineData("<at>Tom Webb</at> // look at this one")]
    [InlineData("<at>SupportBot</at>\u00a0<at>Tom Webb</at>\u200b // look at this one")]
    public void Without_anybodys_mention_the_words_themselves_are_left(string text) => Assert.Equal(
        "// look at this one",
        MentionText.Strip(Message(text, Mention("28:bot", "<at>SupportBot</at>"), Mention("29:tom", "<at>Tom Webb</at>", "Tom Webb"))).Unaddressed);

    [Theory]
    [InlineData("<at>Tom Webb</at>&nbsp;// look at this one")]
    [InlineData("&nbsp;// look at this one")]
    [InlineData("<at id=\"1\">Tom</at> <at>Kim</at>&#160;// look at this one")]
    [InlineData("<p><at>Tom Webb</at>\u200b // look at this one")]
    [InlineData("&#47;/ look at this one")]
    public void Markup_before_the_words_does_not_hide_how_they_begin(string text)
    {
        JsonObject unmarked = new() { ["type"] = "mention", ["mentioned"] = new JsonObject { ["id"] = "29:tom", ["name"] = "Tom Webb" } };

        Assert.Equal("// look at this one", MentionText.Strip(Message(text)).Unaddressed);
        Assert.Equal("// look at this one", MentionText.Strip(Message(text, unmarked)).Unaddressed);
    }

    [Fact]
    public void A_space_that_is_written_as_markup_and_a_mention_that_is_not_repeated_are_not_passed_on()
    {
        JsonObject bot = new() { ["type"] = "mention", ["mentioned"] = new JsonObject { ["id"] = "28:bot", ["name"] = "SupportBot" } };

        Assert.Equal(("it is done", true), MentionText.Strip(Message("<at>SupportBot</at>&nbsp;it is done", bot)) is var said ? (said.Text, said.MentionsRecipient) : default);
    }

    [Fact]
    public void A_message_without_a_mention_stays_as_it_is() =>
        Assert.Equal(new SaidText("just words", "just words", false), MentionText.Strip(Message(" just words ", Mention("29:tom", "<at>Tom Webb</at>"))));

    [Theory]
    [InlineData("""{"type":"mention"}""")]
    [InlineData("""{"type":"mention","mentioned":"28:bot","text":5}""")]
    [InlineData("""7""")]
    public void Entities_of_another_shape_are_no_mention(string entity) =>
        Assert.Equal(new SaidText("hello", "hello", false), MentionText.Strip(Message("hello", JsonNode.Parse(entity)!)));

    private static JsonObject Mention(string id, string text, string? name = null) =>
        new() { ["type"] = "mention", ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = name }, ["text"] = text };

    private static Activity Message(string text, params JsonNode[] entities) => new()
    {
        Text = text,
        Recipient = new ChannelAccount { Id = "28:bot" },
        Entities = JsonSerializer.SerializeToElement(new JsonArray(entities)),
    };
}
