using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Channels.Connector.Delivery;
using SupportBot.Channels.Teams;
using SupportBot.Channels.Teams.Installations;
using SupportBot.Protocol.Activities;
using SupportBot.Protocol.Connector;
using SupportBot.Testing.Fakes.Teams;
using Xunit;

namespace SupportBot.ConversationTests.Teams;

/// <summary>What reaches the desk of what agents do, and how its answers reach them.</summary>
public sealed class DeskTests
{
    private const string Thread = FakeTeam.ChannelId + ";messageid=1700000000000";

    [Fact]
    public async Task A_message_reaches_the_desk_with_who_where_and_only_the_persons_own_words()
    {
        var desk = new RecordingDesk();
        await using var bot = await StartAsync(desk);
        var message = bot.Priya.Message(Thread, "<at>SupportBot</at>\u00a0the VAT rerun is on its way ", isMention: true);
        message["attachments"]!.AsArray().Add(new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = bot.Teams.Keep([1]).AbsoluteUri });

        await bot.Priya.SendAsync(message);
        await bot.Tom.ReplyAsync(Thread, "thanks");

        Assert.Equal(["the VAT rerun is on its way", "thanks"], desk.Messages.Select(m => m.Text));
        Assert.Equal([true, false], desk.Messages.Select(m => m.MentionsBot));
        Assert.Equal("image/png", Assert.Single(desk.Messages[0].Attachments).ContentType);
        Assert.Empty(desk.Messages[1].Attachments);
        var origin = desk.Messages[0].Origin;
        Assert.Equal(new TeamsPerson(FakeTeam.Priya.Id, FakeTeam.Priya.EntraId, FakeTeam.Priya.Name), origin.From);
        Assert.Equal((Thread, TeamsPlace.Channel, bot.Teams.ServiceUrl), (origin.ConversationId, origin.Place, origin.ServiceUrl));
        Assert.Equal((string?)message["id"], origin.ActivityId);
        Assert.Empty(bot.Teams.Messages);
    }

    [Fact]
    public async Task An_execute_is_answered_in_its_own_response()
    {
        var desk = new RecordingDesk { Response = CardActionResponse.Card(RecordingDesk.Card("claimed by Priya")) };
        await using var bot = await StartAsync(desk);

        using var response = await bot.Priya.ExecuteAsync(new FakeMessage("17", Thread, []), "claim", new JsonObject { ["ticket"] = "LMB-7K2Q" });

        var answer = await response.Content.ReadFromJsonAsync<JsonObject>();
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)answer!["type"]);
        Assert.Equal("claimed by Priya", (string?)answer["value"]!["body"]![0]!["text"]);
        var action = Assert.Single(desk.Actions);
        Assert.Equal(("claim", "17", "LMB-7K2Q"), (action.Verb, action.CardActivityId, action.Data.GetProperty("ticket").GetString()));
    }

    [Fact]
    public async Task A_refusal_is_shown_under_the_card()
    {
        var desk = new RecordingDesk { Response = CardActionResponse.Error("Forbidden", "Only members of the support team can do this.") };
        await using var bot = await StartAsync(desk);

        using var response = await bot.Priya.ExecuteAsync(new FakeMessage("17", Thread, []), "claim");

        var answer = await response.Content.ReadFromJsonAsync<JsonObject>();
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal((400, "application/vnd.microsoft.error"), ((int)answer!["statusCode"]!, (string?)answer["type"]));
        Assert.Equal("Only members of the support team can do this.", (string?)answer["value"]!["message"]);
    }

    [Fact]
    public async Task A_submit_is_answered_by_changing_its_card_or_by_words_in_the_thread()
    {
        var desk = new RecordingDesk { Response = CardActionResponse.Card(RecordingDesk.Card("claimed by Priya")) };
        await using var bot = await StartAsync(desk);
        await bot.Priya.InstallAsync();
        var card = await ThreadAsync(bot);

        await bot.Priya.SubmitAsync(card, new JsonObject { ["verb"] = "claim", ["ticket"] = "LMB-7K2Q" });
        await bot.Teams.UntilAsync(teams => teams.Threads[0].Updates == 1 ? teams : null, "the changed card");
        desk.Response = CardActionResponse.Error("Conflict", "Priya was first.");
        await bot.Tom.SubmitAsync(card, new JsonObject { ["verb"] = "claim", ["ticket"] = "LMB-7K2Q" });
        var words = await bot.Teams.UntilAsync(teams => teams.Messages.FirstOrDefault(m => m.Text == "Priya was first."), "the refusal");

        Assert.Equal("claimed by Priya", (string?)card.Card!["body"]![0]!["text"]);
        Assert.Equal(card.ConversationId, words.ConversationId);
        Assert.Equal(["claim", "claim"], desk.Actions.Select(a => a.Verb));
        Assert.Empty(desk.Messages);
    }

    private static Task<TeamsHost> StartAsync(RecordingDesk desk) => TeamsHost.StartAsync(configure: builder => builder.Services.AddSingleton<ITeamsDesk>(desk));

    private static async Task<FakeMessage> ThreadAsync(TeamsHost bot)
    {
        var channel = await bot.Host.Services.GetRequiredService<EscalationChannels>().FindAsync(CancellationToken.None);
        var first = new Activity
        {
            Type = ActivityTypes.Message,
            Attachments = [new Attachment { ContentType = Attachment.AdaptiveCardType, Content = RecordingDesk.Card("waiting") }],
        };
        await bot.Host.Services.GetRequiredService<ConnectorClient>().StartThreadAsync(channel!, first, CancellationToken.None);
        return Assert.Single(bot.Teams.Threads);
    }
}
