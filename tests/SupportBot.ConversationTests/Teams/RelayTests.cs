using System.Text.Json.Nodes;
using SupportBot.Testing.Fakes.Teams;
using Xunit;

namespace SupportBot.ConversationTests.Teams;

/// <summary>Words and pictures between the seller's chat and the ticket's thread.</summary>
public sealed class RelayTests(SharedTeams shared) : IClassFixture<SharedTeams>
{
    private static readonly byte[] s_png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x01, 0x02];

    [Fact]
    public async Task A_sellers_screenshot_stands_in_the_thread_as_a_picture_and_another_file_as_a_link()
    {
        var its = await Escalation.OnAsync(shared.Bot);

        await its.Seller.UploadAsync("This is what I see", ("screen.png", "image/png", s_png), ("export.csv", "text/csv", "a,b\n"u8.ToArray()));

        var shown = await its.ThreadShowsAsync("This is what I see");
        var picture = Assert.Single(shown.Activity["attachments"]!.AsArray())!;
        Assert.Equal(("image/png", "screen.png"), ((string?)picture["contentType"], (string?)picture["name"]));
        Assert.Equal(s_png, await shared.Bot.Host.Http.GetByteArrayAsync((string)picture["contentUrl"]!));
        var link = shown.Text.Split("export.csv: ")[1];
        Assert.Equal("a,b\n"u8.ToArray(), await shared.Bot.Host.Http.GetByteArrayAsync(link));
    }

    [Fact]
    public async Task An_agents_picture_is_served_to_the_seller_by_this_host()
    {
        var its = await Escalation.OnAsync(shared.Bot);
        var message = Picture(its, "Press here", its.Teams.Keep(s_png));

        await its.Seller.NoticeAsync(() => its.Priya.SendAsync(message));

        var heard = its.Seller.Replies[^1];
        var file = Assert.Single(heard["attachments"]!.AsArray())!;
        Assert.Equal(("Press here", "image/png"), ((string?)heard["text"], (string?)file["contentType"]));
        Assert.StartsWith(shared.Bot.Host.Address.AbsoluteUri, (string)file["contentUrl"]!, StringComparison.Ordinal);
        Assert.Equal(s_png, await shared.Bot.Host.Http.GetByteArrayAsync((string)file["contentUrl"]!));
    }

    [Fact]
    public async Task An_agent_is_told_what_of_their_message_could_not_be_passed_on()
    {
        var its = await Escalation.OnAsync(shared.Bot);
        await its.Seller.NoticeAsync(() => its.Priya.SendAsync(Picture(its, "See the picture", new Uri(its.Teams.ServiceUrl, "v3/attachments/gone/views/original"))));

        Assert.Equal("See the picture", (string?)its.Seller.Replies[^1]["text"]);
        await its.ThreadShowsAsync("The seller got your message, but not all of it. This could not be passed on: image.png");
    }

    [Fact]
    public async Task A_message_of_which_nothing_can_be_passed_on_changes_nothing_and_says_so()
    {
        var its = await Escalation.OnAsync(shared.Bot);
        await its.Seller.ReadAsync();
        var before = its.Seller.Transcript.Count;

        await its.Priya.SendAsync(Picture(its, "", new Uri("https://elsewhere.example/image.png")));

        await its.ThreadShowsAsync("Your message was not passed on to the seller. This could not be passed on: image.png");
        await its.Seller.ReadAsync();
        Assert.Equal((before, "waiting"), (its.Seller.Transcript.Count, await its.StatusAsync()));
    }

    [Fact]
    public async Task A_very_long_text_is_cut_with_a_link_to_all_of_it()
    {
        var its = await Escalation.OnAsync(shared.Bot);
        var words = $"It began in March. {new string('x', 7000)} That is all.";

        await its.Seller.SayAsync(words);

        var shown = await its.ThreadShowsAsync("It began in March.");
        Assert.InRange(shown.Text.Length, 3000, 5000);
        var page = await shared.Bot.Host.Http.GetStringAsync(shown.Text.Split("The rest is here: ")[1]);
        Assert.Contains("That is all.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mention_of_the_bot_is_not_part_of_the_words_and_a_colleague_stands_by_name()
    {
        var its = await Escalation.OnAsync(shared.Bot);
        await its.Seller.NoticeAsync(() => its.Priya.SayAsync(its.Thread, "With a mention"));
        Assert.Equal("With a mention", (string?)its.Seller.Replies[^1]["text"]);

        await its.Seller.NoticeAsync(() => its.Priya.ReplyAsync(its.Thread, "And without"));
        Assert.Equal("And without", (string?)its.Seller.Replies[^1]["text"]);

        await its.Seller.NoticeAsync(() => its.Priya.SendAsync(Colleague(its, "<at>Tom Webb</at> will help you with it")));
        Assert.Equal("Tom Webb will help you with it", (string?)its.Seller.Replies[^1]["text"]);
    }

    [Fact]
    public async Task Two_cases_at_once_do_not_mix()
    {
        var one = await Escalation.OnAsync(shared.Bot);
        var two = await Escalation.OnAsync(shared.Bot);

        await Task.WhenAll(
            one.Seller.NoticeAsync(() => one.Priya.ReplyAsync(one.Thread, "For the first")),
            two.Seller.NoticeAsync(() => two.Tom.ReplyAsync(two.Thread, "For the second")));
        await Task.WhenAll(
            one.Seller.PostAsync(new JsonObject { ["type"] = "message", ["text"] = "from the first" }),
            two.Seller.PostAsync(new JsonObject { ["type"] = "message", ["text"] = "from the second" }));

        Assert.NotEqual(one.Thread, two.Thread);
        Assert.Equal(one.Thread, (await one.ThreadShowsAsync("from the first")).ConversationId);
        Assert.Equal(two.Thread, (await two.ThreadShowsAsync("from the second")).ConversationId);
        Assert.DoesNotContain(one.Seller.Transcript, a => (string?)a["text"] == "For the second");
        Assert.DoesNotContain(two.Seller.Transcript, a => (string?)a["text"] == "For the first");
        Assert.Equal(("agent:Priya Shah", "agent:Tom Webb"), (await one.OwnerAsync(), await two.OwnerAsync()));
    }

    [Fact]
    public async Task What_another_agent_writes_in_a_claimed_case_is_not_passed_on_and_says_so()
    {
        var its = await Escalation.OnAsync(shared.Bot);
        await its.PressAsync(its.Priya, "Claim");

        await its.Tom.ReplyAsync(its.Thread, "I would do it another way");

        await its.ThreadShowsAsync("Your message was not passed on to the seller. Priya Shah has");
        await its.Seller.NoticeAsync(() => its.Priya.ReplyAsync(its.Thread, "It is done."));
        Assert.DoesNotContain(its.Seller.Transcript, a => (string?)a["text"] == "I would do it another way");
    }

    [Fact]
    public async Task What_the_seller_writes_while_nobody_has_it_is_acknowledged_and_stands_in_the_thread()
    {
        var its = await Escalation.OnAsync(shared.Bot);

        await its.Seller.SayAsync("It is about the payout of Monday");

        Assert.Contains(its.Reference, (string?)its.Seller.Replies[^1]["text"], StringComparison.Ordinal);
        await its.ThreadShowsAsync("It is about the payout of Monday");
        await its.CardShowsAsync("It is about the payout of Monday");
    }

    private static JsonObject Picture(Escalation its, string text, Uri address)
    {
        var message = its.Priya.Message(its.Thread, text, isMention: false);
        message["attachments"]!.AsArray().Add(new JsonObject { ["contentType"] = "image/*", ["contentUrl"] = address.AbsoluteUri, ["name"] = "image.png" });
        return message;
    }

    private static JsonObject Colleague(Escalation its, string text)
    {
        var message = its.Priya.Message(its.Thread, text, isMention: false);
        message["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = "<at>Tom Webb</at>",
            ["mentioned"] = new JsonObject { ["id"] = FakeTeam.Tom.Id, ["name"] = FakeTeam.Tom.Name },
        });
        return message;
    }
}
