using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SupportBot.Testing.Fakes.Teams;
using Xunit;

namespace SupportBot.ConversationTests.Teams;

/// <summary>What the bot makes of activities that belong to no ticket.</summary>
public sealed class ReceptionTests
{
    private const string UnknownThread = FakeTeam.ChannelId + ";messageid=1700000000000";

    [Fact]
    public async Task Whoever_speaks_to_the_bot_outside_a_case_is_told_so_in_the_same_thread_once()
    {
        await using var bot = await TeamsHost.StartAsync();
        var message = bot.Priya.Message(UnknownThread, "<at>SupportBot</at>\u00a0anyone there?", isMention: true);

        await bot.Priya.SendAsync(message);
        await bot.Priya.SendAsync(message);

        var answer = await bot.Teams.UntilAsync(teams => teams.Messages is [var first, ..] ? first : null, "the answer");
        Assert.Equal(UnknownThread, answer.ConversationId);
        Assert.Contains("no case here", answer.Text, StringComparison.Ordinal);

        await bot.Tom.SayAsync(UnknownThread, "and now?");
        await bot.Teams.UntilAsync(teams => teams.Messages.Count > 1 ? teams.Messages : null, "the answer to the other");
        Assert.Equal(2, bot.Teams.Messages.Count);
    }

    [Fact]
    public async Task What_is_written_to_others_is_not_answered()
    {
        await using var bot = await TeamsHost.StartAsync();

        using var plain = await bot.Priya.ReplyAsync(UnknownThread, "lunch?");
        await bot.Tom.SayAsync(UnknownThread, "hello bot");
        await bot.Teams.UntilAsync(teams => teams.Messages is [var first, ..] ? first : null, "the answer to the mention");

        Assert.Single(bot.Teams.Messages);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("somethingOfTheFuture")]
    public async Task Other_activities_are_taken_and_ignored(string type)
    {
        await using var bot = await TeamsHost.StartAsync();

        using var response = await bot.Priya.SendAsync(bot.Priya.Activity(type, UnknownThread));

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Empty(bot.Teams.Requests);
    }

    [Fact]
    public async Task A_press_on_a_card_of_no_case_is_answered_at_once()
    {
        await using var bot = await TeamsHost.StartAsync();

        using var response = await bot.Priya.ExecuteAsync(new FakeMessage("1", UnknownThread, []), "claim");

        var answer = await response.Content.ReadFromJsonAsync<JsonObject>();
        Assert.Equal(200, (int)answer!["statusCode"]!);
        Assert.Equal("application/vnd.microsoft.activity.message", (string?)answer["type"]);
        Assert.Contains("nothing was changed", (string)answer["value"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invoke_needs_a_name_that_is_known_and_something_to_do()
    {
        await using var bot = await TeamsHost.StartAsync();
        var nameless = bot.Priya.Activity("invoke", UnknownThread);
        var unknown = bot.Priya.Activity("invoke", UnknownThread, activity => activity["name"] = "composeExtension/query");
        var empty = bot.Priya.Activity("invoke", UnknownThread, activity => activity["name"] = "adaptiveCard/action");

        using var first = await bot.Priya.SendAsync(nameless);
        using var second = await bot.Priya.SendAsync(unknown);
        using var third = await bot.Priya.SendAsync(empty);

        Assert.Equal(400, (int)first.StatusCode);
        Assert.Equal(501, (int)second.StatusCode);
        Assert.Equal(400, (int)(await third.Content.ReadFromJsonAsync<JsonObject>())!["statusCode"]!);
    }

    [Fact]
    public async Task Who_expects_replies_finds_them_in_the_response()
    {
        await using var bot = await TeamsHost.StartAsync();
        var message = bot.Priya.Message(UnknownThread, "hello", isMention: true);
        message["deliveryMode"] = "expectReplies";

        using var response = await bot.Priya.SendAsync(message);

        var replies = await response.Content.ReadFromJsonAsync<JsonObject>();
        Assert.Contains("no case here", (string)replies!["activities"]![0]!["text"]!, StringComparison.Ordinal);
        Assert.Empty(bot.Teams.Requests);
    }

    [Fact]
    public async Task An_unknown_delivery_mode_is_refused()
    {
        await using var bot = await TeamsHost.StartAsync();
        var message = bot.Priya.Message(UnknownThread, "hello", isMention: true);
        message["deliveryMode"] = "stream";

        using var response = await bot.Priya.SendAsync(message);

        Assert.Equal(400, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_promised_answer_survives_a_connector_that_is_down()
    {
        await using var bot = await TeamsHost.StartAsync();
        bot.Teams.Fail(status: 503);

        await bot.Priya.SayAsync(UnknownThread, "hello?");

        await bot.Teams.UntilAsync(teams => teams.Messages is [var first, ..] ? first : null, "the answer, later");
    }
}
