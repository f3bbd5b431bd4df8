using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SupportBot.Escalation.Lifecycle;
using SupportBot.Testing.Hosting;
using SupportBot.Turns.Desk;
using Xunit;

namespace SupportBot.ConversationTests.Browser;

/// <summary>A person of the support team in the seller's chat: nobody takes them for the bot, and the conversation can be kept.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AgentTests(Chromium browser)
{
    private static readonly SupportAgent s_priya = new("priya", "Priya Sharma");

    private const int Phone = 360;

    [BrowserFact]
    public async Task Seller_sees_and_hears_that_a_person_answers_and_reads_it_all_on_the_transcript()
    {
        await using var host = await SupportBotHost.StartAsync();
        await using var seller = await Dashboard.OpenAsync(browser, host.Address, "little-harbour");
        await seller.Chat.OpenAsync();
        await seller.Chat.ChooseAsync("Talk to a person");
        await seller.Chat.SeesAsync("Support has your message");
        var ticket = (await host.GetAsync("api/tickets"))![0]!;
        var (reference, conversation) = ((string)ticket["reference"]!, (string)ticket["conversationId"]!);
        var desk = host.Services.GetRequiredService<AgentDesk>();

        await desk.AnswerAsync(conversation, "1", new AgentAct(reference, s_priya, AgentVerb.Answer), "Hello, I've looked at it.\nPlease open Accounts & Taxes.", [], [], CancellationToken.None);

        var answer = seller.Chat.Message("Please open Accounts & Taxes");
        await Assertions.Expect(answer.Locator(".supportbot-agent-name")).ToHaveTextAsync("PPriya Support team");
        await Assertions.Expect(seller.Page.Locator(".supportbot-agent")).ToHaveCountAsync(1);
        await Assertions.Expect(seller.Page.Locator("[role='log'], [aria-live]").Filter(new() { HasText = "Priya of the support team: Hello" }).First).ToBeAttachedAsync();
        await answer.ScrollIntoViewIfNeededAsync();
        await seller.PictureAsync("agent-in-the-chat");
        await seller.Page.SetViewportSizeAsync(Phone, 740);
        await Assertions.Expect(seller.Chat.Panel).ToHaveCSSAsync("opacity", "1");
        await answer.ScrollIntoViewIfNeededAsync();
        await seller.PictureAsync("agent-on-a-phone");
        await desk.ActAsync(conversation, "2", new AgentAct(reference, s_priya, AgentVerb.Resolve) { Outcome = TicketOutcome.Solved }, CancellationToken.None);
        await seller.Chat.SeesAsync("Did it help?");
        await seller.Chat.ChooseAsync("Give me the transcript");
        var opening = seller.Page.Context.WaitForPageAsync();
        await seller.Chat.PressOnCardAsync("Open the transcript");
        var transcript = await opening;
        await transcript.SetViewportSizeAsync(Phone, 740);
        await Assertions.Expect(transcript.Locator("li.agent .who")).ToContainTextAsync("Priya, Link My Books support");
        Assert.True(await transcript.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await transcript.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "artifacts", "screenshots", "transcript-on-a-phone.png"), FullPage = true });
        seller.AssertNoComplaints();
    }
}
