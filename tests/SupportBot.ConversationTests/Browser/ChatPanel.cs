using Microsoft.Playwright;

namespace SupportBot.ConversationTests.Browser;

/// <summary>The chat as its user meets it: the icon, the panel, the conversation.</summary>
internal sealed class ChatPanel(IPage page)
{
    public ILocator Icon => page.Locator("#supportbot .icon");

    public ILocator Panel => page.Locator("#supportbot dialog");

    public ILocator Box => page.Locator("[data-id='webchat-sendbox-input']");

    public ILocator Notice => page.Locator(".supportbot-notice");

    /// <summary>Everything said so far, one element a message; not what is read out beside it.</summary>
    public ILocator Messages => page.Locator(".webchat__basic-transcript__activity");

    public async Task OpenAsync()
    {
        await Icon.ClickAsync();
        await Assertions.Expect(Messages.First).ToBeVisibleAsync();
    }

    public async Task SayAsync(string text)
    {
        await Box.FillAsync(text);
        await Box.PressAsync("Enter");
    }

    /// <summary>Presses one of the answers under the newest message.</summary>
    public Task ChooseAsync(string title) => Choice(title).ClickAsync();

    public ILocator Choice(string title) => page.Locator("button.webchat__suggested-action", new() { HasText = title });

    public Task PressOnCardAsync(string title) =>
        page.Locator(".ac-adaptiveCard").GetByRole(AriaRole.Button, new() { Name = title }).Last.ClickAsync();

    public Task SeesAsync(string text) => Message(text).Last.WaitForAsync();

    public ILocator Message(string text) => Messages.Filter(new() { HasText = text });
}
