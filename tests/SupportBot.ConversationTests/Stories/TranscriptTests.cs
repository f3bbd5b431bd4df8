using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Channels.Transcripts;
using SupportBot.Escalation.Lifecycle;
using SupportBot.Protocol.Activities;
using SupportBot.Storage.Conversations;
using SupportBot.Testing.Drivers;
using SupportBot.Testing.Hosting;
using SupportBot.Turns.Desk;
using Xunit;

namespace SupportBot.ConversationTests.Stories;

/// <summary>The conversation as a page: what the seller saw, for whoever has the link, and nothing else.</summary>
public sealed class TranscriptTests
{
    private static readonly SupportAgent s_priya = new("priya-entra-id", "Priya Sharma");

    [Fact]
    public async Task The_page_shows_who_said_what_and_nothing_that_the_seller_did_not_see()
    {
        await using var host = await SupportBotHost.StartAsync();
        var seller = await Seller.OpenChatAsync(host.Http, "velvet-fox", "milo", timeZone: "Europe/Berlin");
        await seller.SayAsync("my settlement <b>won't</b> send");
        await seller.SayAsync("I want to talk to a person");
        await AnswerAsync(host, seller, "One category has no account.\nPlease choose one.");
        await ActAsync(host, seller, AgentVerb.Resolve, "the seller is new to this");
        await seller.SayAsync("Give me the transcript");

        using var response = await host.Http.GetAsync(seller.LinkOf("Open the transcript"));
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("Milo Fuchs", page, StringComparison.Ordinal);
        Assert.Contains("<strong>Priya, Link My Books support</strong>", page, StringComparison.Ordinal);
        Assert.Contains("One category has no account.", page, StringComparison.Ordinal);
        Assert.Contains("Europe/Berlin", page, StringComparison.Ordinal);
        Assert.Contains("alt=\"Picture: accounts.png\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("the seller is new to this", page, StringComparison.Ordinal);
        Assert.DoesNotContain("supportbot/", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Sharma", page, StringComparison.Ordinal);
        Assert.DoesNotContain(s_priya.Id, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>won't</b>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_kept_nowhere_and_can_be_saved_as_text()
    {
        await using var host = await SupportBotHost.StartAsync();
        var seller = await Seller.OpenChatAsync(host.Http, "velvet-fox", "milo");
        await seller.SayAsync("send me the transcript");
        var page = seller.LinkOf("Open the transcript");

        foreach (var address in new[] { page, new Uri(page + "/text") })
        {
            using var response = await host.Http.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.True(response.Headers.CacheControl!.NoStore);
            Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
            Assert.Contains("noindex", Assert.Single(response.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
            Assert.Contains("default-src 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Contains("send me the transcript", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var text = await host.Http.GetAsync(new Uri(page + "/text"));
        Assert.Equal("attachment", text.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("Milo Fuchs", await text.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("made-up")]
    [InlineData("of-nothing")]
    [InlineData("of-another-purpose")]
    public async Task A_link_that_is_over_or_wrong_leads_to_a_clear_page(string kind)
    {
        await using var host = await SupportBotHost.StartAsync();
        var seller = await Seller.OpenChatAsync(host.Http, "velvet-fox", "milo");
        var protection = host.Services.GetRequiredService<IDataProtectionProvider>();
        var ours = protection.CreateProtector("SupportBot.Channels.TranscriptLinks").ToTimeLimitedDataProtector();
        var token = kind switch
        {
            "expired" => ours.Protect(seller.ConversationId, TimeProvider.System.GetUtcNow().AddSeconds(-1)),
            "of-nothing" => ours.Protect("no-such-conversation", TimeSpan.FromMinutes(5)),
            "of-another-purpose" => protection.CreateProtector("something else").Protect(seller.ConversationId),
            _ => seller.ConversationId,
        };

        using var response = await host.Http.GetAsync(new Uri(TranscriptLinks.Path + token, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("you get a new link", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    private static async Task AnswerAsync(SupportBotHost host, Seller seller, string words)
    {
        var picture = new StoredFile
        {
            Id = Guid.NewGuid().ToString("N"),
            ConversationId = seller.ConversationId,
            Name = "accounts.png",
            ContentType = "image/png",
            Content = [0x89, 0x50, 0x4E, 0x47],
            CreatedAt = TimeProvider.System.GetUtcNow().UtcDateTime,
        };
        Attachment[] attachments = [new() { ContentType = picture.ContentType, ContentUrl = $"/v3/directline/files/{picture.Id}", Name = picture.Name }];
        var act = await ActOfAsync(host, seller, AgentVerb.Answer);
        await host.Services.GetRequiredService<AgentDesk>().AnswerAsync(seller.ConversationId, "answer-1", act, words, attachments, [picture], CancellationToken.None);
        await seller.HearAsync("has no account.");
    }

    private static async Task ActAsync(SupportBotHost host, Seller seller, string verb, string comment)
    {
        var act = await ActOfAsync(host, seller, verb) with { Outcome = TicketOutcome.Solved, Comment = comment };
        Assert.IsType<ActOutcome.Done>(await host.Services.GetRequiredService<AgentDesk>().ActAsync(seller.ConversationId, "act-1", act, CancellationToken.None));
    }

    private static async Task<AgentAct> ActOfAsync(SupportBotHost host, Seller seller, string verb)
    {
        var ticket = (await host.GetAsync("api/tickets"))!.AsArray().Single(t => (string?)t!["conversationId"] == seller.ConversationId)!;
        return new AgentAct((string)ticket["reference"]!, s_priya, verb);
    }
}
