using System.Globalization;
using Microsoft.Playwright;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.Browser;

/// <summary>What ends a plain Web Chat for good must pass here almost unnoticed.</summary>
[Collection(BrowserCollection.Name)]
public sealed class RecoveryTests(Chromium browser)
{
    [BrowserFact]
    public async Task A_message_refused_for_an_expired_token_is_sent_with_a_new_one()
    {
        await using var host = await SupportBotHost.StartAsync();
        await using var seller = await Dashboard.OpenAsync(browser, host.Address, "sunny-side-mugs");
        await seller.Chat.OpenAsync();
        var refusals = 0;
        await seller.Page.RouteAsync("**/activities", route => refusals++ > 0 ? route.ContinueAsync() : route.FulfillAsync(new()
        {
            Status = 403,
            ContentType = "application/json",
            Body = """{"error":{"code":"TokenExpired","message":"The token has ended."}}""",
        }));

        await seller.Chat.SayAsync("thank you");

        await Assertions.Expect(seller.Chat.Messages).ToHaveCountAsync(3);
        await Assertions.Expect(seller.Chat.Message("thank you")).ToHaveCountAsync(1);
        await Assertions.Expect(seller.Page.GetByText("Unable to connect")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Where_WebSockets_are_blocked_the_chat_asks_for_messages_instead()
    {
        await using var host = await SupportBotHost.StartAsync();
        await using var seller = await Dashboard.OpenAsync(browser, host.Address, "sunny-side-mugs", prepare: page => page.AddInitScriptAsync(
            "window.WebSocket = class extends WebSocket { constructor(url) { super(new URL('/blocked', url)); } };"));

        await seller.Chat.OpenAsync();
        await seller.Chat.SayAsync("thank you");

        await Assertions.Expect(seller.Chat.Messages).ToHaveCountAsync(3);
    }

    [BrowserFact]
    public async Task What_is_written_while_the_server_restarts_arrives_once()
    {
        using var folder = new TemporaryFolder();
        var first = await SupportBotHost.StartAsync(folder: folder);
        await using var seller = await Dashboard.OpenAsync(browser, first.Address, "sunny-side-mugs");
        await seller.Chat.OpenAsync();

        await first.DisposeAsync();
        await Assertions.Expect(seller.Chat.Notice).ToContainTextAsync("The connection was lost");
        await seller.Chat.SayAsync("thank you");
        await seller.PictureAsync("interrupted");
        await using var second = await SupportBotHost.StartAsync(
            new Dictionary<string, string> { ["urls"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{first.Address.Port}") }, folder);

        await Assertions.Expect(seller.Chat.Messages).ToHaveCountAsync(3);
        await Assertions.Expect(seller.Chat.Message("thank you")).ToHaveCountAsync(1);
        await Assertions.Expect(seller.Chat.Notice).ToBeHiddenAsync();
    }
}
