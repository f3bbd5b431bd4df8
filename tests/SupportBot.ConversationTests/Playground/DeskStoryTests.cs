using Microsoft.Playwright;
using SupportBot.ConversationTests.Browser;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.Playground;

/// <summary>A whole case with two browsers: the seller at the chat, the agent at a Teams client that we did not write.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DeskStoryTests(Chromium browser)
{
    private const int Phone = 360;

    private static readonly Dictionary<string, string> Settings = new() { ["BotFramework:AllowUnauthenticated"] = "true" };

    [DeskStoryFact]
    public async Task A_case_is_taken_answered_acted_on_and_closed_from_the_card()
    {
        await using var host = await SupportBotHost.StartAsync(Settings);
        await using var playground = await AgentsPlayground.StartAsync(host.Address);
        await using var agent = await AgentWindow.OpenAsync(browser, playground);
        await using var seller = await EscalatedAsync(host);

        await agent.CardShowsAsync("Nobody has it yet");
        await agent.PictureOfCardAsync("desk-1-waiting");
        await agent.PressAsync("Claim");
        await agent.CardShowsAsync("Priya Shah has it");
        await seller.Chat.SeesAsync("Priya from our support team now has your case");
        await agent.PictureOfCardAsync("desk-2-claimed");
        await seller.PictureAsync("desk-2-claimed-seller");

        await agent.ReplyAsync("Hello Kirra, I'll renew the link of Shopify AU now.");
        await seller.Chat.SeesAsync("I'll renew the link of Shopify AU now.");
        await seller.Chat.SayAsync("Thank you Priya, that would be great");
        await agent.ThreadShowsAsync("Kirra Walsh: Thank you Priya, that would be great");
        await agent.PictureOfThreadAsync("desk-3-conversation");
        await seller.PictureAsync("desk-3-conversation-seller");

        await agent.PressAsync("Reconnect channel");
        await agent.PressAsync("Reconnect it now");
        await Assertions.Expect(agent.Card).ToContainTextAsync("Say in a few words why.");
        await agent.WriteAsync("Why? It goes into the ticket's history.", "Three sends were swallowed");
        await agent.PictureOfCardAsync("desk-4-reason");
        await agent.PressAsync("Reconnect it now");
        await agent.ThreadShowsAsync("nothing left for support");
        await seller.Chat.SeesAsync("renewed this channel's link");
        await agent.CardShowsAsync("Three sends were swallowed");
        await agent.PictureOfThreadAsync("desk-4-done");
        await seller.PictureAsync("desk-4-done-seller");

        await agent.PressAsync("Resolve");
        await agent.ChooseAsync("How did it end?", "We solved it");
        await agent.WriteAsync("Anything to note? The seller does not see it.", "Watch Shopify AU next week");
        await agent.PictureOfCardAsync("desk-5-outcome");
        await agent.PressAsync("Resolve it");
        await agent.CardShowsAsync("It is resolved");
        await agent.PictureOfCardAsync("desk-5-resolved");
        await seller.Chat.ChooseAsync("Yes");
        await Assertions.Expect(seller.Chat.Message("glad it did").Last).ToBeInViewportAsync(new() { Ratio = 1 });
        await agent.CardShowsAsync("Yes, says the seller");
        await seller.PictureAsync("desk-6-survey-seller");
        await agent.PictureOfThreadAsync("desk-6-end");

        agent.AssertNoComplaints();
        seller.AssertNoComplaints();
    }

    [DeskStoryFact]
    public async Task An_agent_without_a_mouse_and_with_a_small_screen_manages_too()
    {
        await using var host = await SupportBotHost.StartAsync(Settings);
        await using var playground = await AgentsPlayground.StartAsync(host.Address);
        await using var agent = await AgentWindow.OpenAsync(browser, playground);
        await using var seller = await EscalatedAsync(host);
        var keys = agent.Page.Keyboard;
        await agent.NarrowAsync();
        await agent.CardShowsAsync("Nobody has it yet");
        await agent.PictureOfCardAsync("desk-narrow");
        Assert.Equal("", await agent.CutOffAsync());

        await agent.Page.TabToAsync("Tab", "Claim");
        await keys.PressAsync("Enter");
        await agent.CardShowsAsync("Priya Shah has it");
        await agent.Page.TabToAsync("Tab", "Resolve");
        await keys.PressAsync("Enter");
        await Assertions.Expect(agent.Button("Resolve it")).ToBeVisibleAsync();
        await agent.Page.TabToAsync("Tab", "Choose");
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Enter");
        await agent.PictureOfCardAsync("desk-narrow-outcome");
        await agent.Page.TabToAsync("Tab", "Resolve it");
        await keys.PressAsync("Enter");

        await agent.CardShowsAsync("It is resolved");
        await seller.Chat.SeesAsync("Did it help?");
    }

    /// <summary>A seller with a phone has sent the case to support.</summary>
    private async Task<Dashboard> EscalatedAsync(SupportBotHost host)
    {
        var seller = await Dashboard.OpenAsync(browser, host.Address, "koala-crafts", Phone, 740);
        await seller.Chat.OpenAsync();
        await seller.Chat.SayAsync("my settlement won't send");
        await seller.Chat.PressOnCardAsync("Send to support");
        await seller.Chat.SeesAsync("The reference is");
        return seller;
    }
}
