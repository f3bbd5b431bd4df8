using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.Browser;

/// <summary>Whole stories as a seller lives them: the dashboard on one side, the chat on the other.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class StoryTests(Chromium browser)
{
    /// <summary>Room for the dashboard and the chat beside it.</summary>
    private const int Desktop = 1600;

    [BrowserFact]
    public async Task A_fix_counts_once_the_check_has_seen_it()
    {
        await using var host = await SupportBotHost.StartAsync();
        await using var seller = await Dashboard.OpenAsync(browser, host.Address, "velvet-fox", Desktop);
        await seller.PictureAsync("dashboard");

        await seller.Chat.OpenAsync();
        await seller.PictureAsync("greeting");
        await seller.Chat.SayAsync("my settlement won't send");
        await seller.Chat.SeesAsync("No account for 'FBA storage fees'");
        await Assertions.Expect(seller.Chat.Choice("Done")).ToBeVisibleAsync();
        await seller.PictureAsync("cause");

        await seller.ChooseAccountAsync("FBA storage fees", "408");
        await seller.Chat.ChooseAsync("Done");
        await seller.Chat.SeesAsync("I checked again, and that is solved");
        await seller.PictureAsync("verified");
        seller.AssertNoComplaints();
    }

    [BrowserFact]
    public Task The_one_thing_to_do_is_in_sight_without_scrolling() => SeesWhatToDoAsync(Desktop, 900, "fix-in-sight");

    [BrowserFact]
    public Task The_one_thing_to_do_is_in_sight_on_a_phone_too() => SeesWhatToDoAsync(360, 740, "fix-in-sight-phone");

    private async Task SeesWhatToDoAsync(int width, int height, string picture)
    {
        await using var host = await SupportBotHost.StartAsync();
        await using var seller = await Dashboard.OpenAsync(browser, host.Address, "maple-and-moss", width, height);
        await seller.Chat.OpenAsync();
        await seller.Chat.SayAsync("my settlement won't send");
        await Assertions.Expect(seller.Chat.Choice("Done")).ToBeVisibleAsync();
        await Assertions.Expect(OnCard(seller, "open Settings > Account Settings")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Assertions.Expect(OnCard(seller, "Reconnect Xero").First).ToBeInViewportAsync(new() { Ratio = 1 });
        await seller.PictureAsync(picture);
        var transcript = (await seller.Page.Locator(".webchat__basic-transcript__scrollable").BoundingBoxAsync())!;
        var more = (await seller.Page.Locator(".webchat__scroll-to-end-button").BoundingBoxAsync())!;
        Assert.True(more.Y >= transcript.Y + transcript.Height, "'More messages' covers what is being read.");

        await Assertions.Expect(OnCard(seller, "Checked ")).ToBeHiddenAsync();
        await seller.Chat.PressOnCardAsync("What I checked");
        await Assertions.Expect(OnCard(seller, "Checked ")).ToBeVisibleAsync();
        await seller.PictureAsync($"{picture}-unfolded");
        seller.AssertNoComplaints();
    }

    [BrowserFact]
    public async Task Saying_done_does_not_make_it_so()
    {
        await using var host = await SupportBotHost.StartAsync();
        await using var seller = await Dashboard.OpenAsync(browser, host.Address, "maple-and-moss", Desktop);

        await seller.Chat.OpenAsync();
        await seller.Chat.SayAsync("my settlement won't send");
        await seller.Chat.ChooseAsync("Done");
        await seller.Chat.SeesAsync("I've just checked again, and it still shows");
        await seller.PictureAsync("not-done");

        await seller.PressAsync("Reconnect Xero");
        await seller.Chat.ChooseAsync("Done");
        await seller.Chat.SeesAsync("I checked again, and that is solved");
        seller.AssertNoComplaints();
    }

    [BrowserFact]
    public async Task A_ticket_is_sent_after_a_reload_in_the_middle()
    {
        await using var host = await SupportBotHost.StartAsync();
        await using var seller = await Dashboard.OpenAsync(browser, host.Address, "koala-crafts", Desktop);
        await seller.Chat.OpenAsync();
        await seller.Chat.SayAsync("my settlement won't send");
        await Assertions.Expect(SendToSupport(seller)).ToBeVisibleAsync();
        var before = await seller.Chat.Messages.CountAsync();
        await Comment(seller).FillAsync("Our accountant needs it by Friday.");

        await seller.LoadAsync();
        await seller.Chat.OpenAsync();
        await Assertions.Expect(seller.Chat.Messages).ToHaveCountAsync(before);
        await Assertions.Expect(Comment(seller)).ToHaveValueAsync("Our accountant needs it by Friday.");
        await seller.PictureAsync("ticket");
        await SendToSupport(seller).ClickAsync();

        await Assertions.Expect(seller.Chat.Message("The reference is").Last).ToContainTextAsync(Reference());
        await Assertions.Expect(seller.Chat.Message("Our accountant needs it by Friday.")).ToBeVisibleAsync();
        Assert.Equal(0, await seller.Page.EvaluateAsync<int>("() => Object.keys(sessionStorage).filter(key => key.startsWith('supportbot:unsent:')).length"));
        await seller.PictureAsync("receipt");
        seller.AssertNoComplaints();
    }

    [BrowserFact]
    public async Task Everything_can_be_done_with_the_keyboard()
    {
        await using var host = await SupportBotHost.StartAsync();
        await using var seller = await Dashboard.OpenAsync(browser, host.Address, "paper-lantern", Desktop);
        var keys = seller.Page.Keyboard;

        await seller.Page.TabToAsync("Tab", "Support chat");
        await keys.PressAsync("Enter");
        await Assertions.Expect(seller.Chat.Box).ToBeFocusedAsync();
        await Assertions.Expect(seller.Chat.Choice("Talk to a person")).ToBeVisibleAsync();
        await keys.TypeAsync("my settlement won't send");
        await keys.PressAsync("Enter");
        await Assertions.Expect(seller.Chat.Choice("Done")).ToBeVisibleAsync();

        await seller.Page.TabToAsync("Shift+Tab", "Done");
        await seller.PictureAsync("keyboard");
        await keys.PressAsync("Enter");
        await seller.Chat.SeesAsync("I've just checked again, and it still shows");

        await seller.Page.TabToAsync("Shift+Tab", "Close support chat");
        await keys.PressAsync("Enter");
        await Assertions.Expect(seller.Chat.Icon).ToBeFocusedAsync();
        seller.AssertNoComplaints();
    }

    private static ILocator Comment(Dashboard seller) => seller.Page.GetByLabel("Anything to add?").Last;

    private static ILocator OnCard(Dashboard seller, string words) => seller.Page.Locator(".ac-adaptiveCard .ac-textRun", new() { HasText = words });

    private static ILocator SendToSupport(Dashboard seller) =>
        seller.Page.Locator("#supportbot").GetByRole(AriaRole.Button, new() { Name = "Send to support" }).Last;

    [GeneratedRegex("LMB-[0-9A-Z]{4}")]
    private static partial Regex Reference();
}
