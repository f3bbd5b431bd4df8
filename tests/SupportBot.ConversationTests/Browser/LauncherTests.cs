using System.IO.Compression;
using Microsoft.Playwright;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class LauncherTests(Chromium browser)
{
    private const int MaxLauncherBytes = 5 * 1024;

    [Fact]
    public async Task The_script_that_a_site_embeds_is_small()
    {
        await using var host = await SupportBotHost.StartAsync();
        var script = await host.Http.GetByteArrayAsync(new Uri("widget.js", UriKind.Relative));
        using var zipped = new MemoryStream();
        await using (var zip = new GZipStream(zipped, CompressionLevel.Optimal, leaveOpen: true))
        {
            await zip.WriteAsync(script);
        }

        Assert.InRange(zipped.Length, 1, MaxLauncherBytes);
    }

    [BrowserFact]
    public async Task The_chat_itself_is_loaded_on_the_first_click_only()
    {
        await using var host = await SupportBotHost.StartAsync();
        var loaded = new List<string>();
        await using var seller = await Dashboard.OpenAsync(browser, host.Address, "sunny-side-mugs", prepare: page =>
        {
            page.Request += (_, request) => loaded.Add(new Uri(request.Url).AbsolutePath);
            return Task.CompletedTask;
        });

        await Assertions.Expect(seller.Chat.Icon).ToHaveAttributeAsync("aria-label", "Support chat");
        Assert.DoesNotContain(loaded, path => path.Contains("/chat-", StringComparison.Ordinal));

        await seller.Chat.OpenAsync();
        Assert.Single(loaded, path => path.Contains("/chat-", StringComparison.Ordinal));
        seller.AssertNoComplaints();
    }

    [BrowserFact]
    public async Task Focus_moves_into_the_chat_and_back_to_the_icon()
    {
        await using var host = await SupportBotHost.StartAsync();
        await using var seller = await Dashboard.OpenAsync(browser, host.Address, "sunny-side-mugs");

        await seller.Chat.OpenAsync();
        await Assertions.Expect(seller.Chat.Box).ToBeFocusedAsync();
        await Assertions.Expect(seller.Chat.Icon).ToHaveAttributeAsync("aria-expanded", "true");

        await seller.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(seller.Chat.Panel).ToBeHiddenAsync();
        await Assertions.Expect(seller.Chat.Icon).ToBeFocusedAsync();
        await Assertions.Expect(seller.Chat.Icon).ToHaveAttributeAsync("aria-expanded", "false");
    }

    [BrowserFact]
    public async Task On_a_phone_the_chat_fills_the_screen()
    {
        await using var host = await SupportBotHost.StartAsync();
        await using var seller = await Dashboard.OpenAsync(browser, host.Address, "sunny-side-mugs", width: 390, height: 780);
        await seller.PictureAsync("phone-dashboard");
        Assert.Equal(390, await seller.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));

        await seller.Chat.OpenAsync();
        await seller.PictureAsync("phone-chat");

        // The panel rises into place; its resting place counts.
        await seller.Page.WaitForFunctionAsync(
            "() => { const box = document.getElementById('supportbot').shadowRoot.querySelector('dialog').getBoundingClientRect();"
            + "return box.x === 0 && box.y === 0 && box.width === innerWidth && box.height === innerHeight; }");
    }

    [BrowserFact]
    public async Task What_comes_while_the_chat_is_closed_is_counted_at_the_icon()
    {
        await using var host = await SupportBotHost.StartAsync();
        await using var seller = await Dashboard.OpenAsync(browser, host.Address, "sunny-side-mugs");
        await seller.Chat.OpenAsync();
        await seller.Chat.SayAsync("hello");
        await seller.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(seller.Chat.Icon).ToHaveAccessibleNameAsync("Support chat, 1 new message");
        await seller.PictureAsync("unread");

        await seller.LoadAsync();
        await Assertions.Expect(seller.Chat.Icon).ToHaveAccessibleNameAsync("Support chat, 1 new message");

        await seller.Chat.OpenAsync();
        await Assertions.Expect(seller.Chat.Icon).ToHaveAccessibleNameAsync("Support chat");
    }
}
