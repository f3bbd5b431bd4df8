using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.Browser;

/// <summary>A dead connection is made anew without leaving the chat for more than one page.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class ReconnectStoryTests(Chromium browser)
{
    [BrowserFact]
    public async Task The_bot_notices_by_itself_that_the_seller_has_reconnected()
    {
        await using var host = await SupportBotHost.StartAsync();
        await using var seller = await Dashboard.OpenAsync(browser, host.Address, "maple-and-moss", 1600);
        await seller.Chat.OpenAsync();
        await seller.Chat.SayAsync("my settlement won't send");
        await seller.Chat.SeesAsync("Xero answered that the authorisation");
        await seller.PictureAsync("reconnect-button");

        var tab = await seller.Page.Context.RunAndWaitForPageAsync(() => seller.Chat.PressOnCardAsync("Reconnect Xero"));
        var complaints = new List<string>();
        tab.Console += (_, message) => complaints.AddRange(message.Type == "error" ? [message.Text] : []);
        await Assertions.Expect(tab.Locator("h1")).ToHaveTextAsync("Connect Link My Books to Xero");
        await PictureAsync(tab, "consent");
        await tab.GetByRole(AriaRole.Radio, new() { Name = "Demo Company" }).CheckAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Assertions.Expect(tab.Locator("h1")).ToHaveTextAsync("That was another organisation");
        await Assertions.Expect(tab.GetByRole(AriaRole.Status)).ToHaveTextAsync("Nothing was changed.");
        await PictureAsync(tab, "reconnect-other");

        await tab.GetByRole(AriaRole.Link, new() { NameRegex = TryAgain() }).ClickAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Assertions.Expect(tab.Locator("h1")).ToHaveTextAsync("Xero is connected again");
        await tab.SetViewportSizeAsync(390, 780);
        await PictureAsync(tab, "reconnected-phone");

        await seller.Chat.SeesAsync("you have approved the connection in Xero");
        await seller.Chat.SeesAsync("I checked again, and that is solved");
        await seller.PictureAsync("reconnected-chat");
        // The browser itself reports the page that says no; nothing else may complain.
        Assert.All(complaints, complaint => Assert.Contains("409", complaint, StringComparison.Ordinal));
        seller.AssertNoComplaints();
    }

    private static Task<byte[]> PictureAsync(IPage page, string name) => page.ScreenshotAsync(
        new() { Path = Path.Combine(Repository.Root, "artifacts", "screenshots", $"{name}.png") });

    [GeneratedRegex("^Try again")]
    private static partial Regex TryAgain();
}
