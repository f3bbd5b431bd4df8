using Microsoft.Playwright;
using SupportBot.ConversationTests.Browser;
using SupportBot.Testing.Hosting;

namespace SupportBot.ConversationTests.Playground;

/// <summary>An agent at the team's channel in the Playground's page, which looks and works much as Teams does.</summary>
internal sealed class AgentWindow : IAsyncDisposable
{
    /// <summary>Less hides the list of channels.</summary>
    private const int Width = 1400;

    /// <summary>The whole card is in sight: what is scrolled away is on no picture, and a window that changes its size closes open forms.</summary>
    private const int Height = 1700;

    private readonly IBrowserContext _window;
    private readonly List<string> _complaints = [];

    private AgentWindow(IBrowserContext window, IPage page)
    {
        (_window, Page) = (window, page);
        page.PageError += (_, error) => _complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>The only ticket's card; the forms on it are cards as well.</summary>
    public ILocator Card => Page.Locator(".ac-adaptiveCard").First;

    public ILocator Thread => Page.Locator(".fui-Card[role=group]").Filter(new() { Has = Page.Locator(".ac-adaptiveCard") });

    private ILocator ReplyBox => Thread.Locator("[contenteditable]").Last;

    /// <summary>Opening the page adds the bot to the team.</summary>
    public static async Task<AgentWindow> OpenAsync(Chromium browser, AgentsPlayground playground)
    {
        var window = await browser.OpenAsync(Width, Height);
        var agent = new AgentWindow(window, await window.NewPageAsync());
        await agent.Page.GotoAsync(playground.Page.AbsoluteUri);
        await agent.Page.Locator("[role=treeitem][aria-label='Support - Cases']").ClickAsync();
        await agent.CloseLogAsync();
        return agent;
    }

    public ILocator Button(string title) => Card.GetByRole(AriaRole.Button, new() { Name = title, Exact = true });

    public Task PressAsync(string title) => Button(title).ClickAsync();

    public Task WriteAsync(string label, string words) => Card.GetByLabel(label).FillAsync(words);

    public async Task ChooseAsync(string label, string choice)
    {
        await Card.GetByRole(AriaRole.Combobox, new() { Name = label }).ClickAsync();
        await Page.GetByRole(AriaRole.Option, new() { Name = choice }).ClickAsync();
    }

    /// <summary>Replies in the thread with a mention of the bot, without which Teams shows it nothing.</summary>
    public async Task ReplyAsync(string words)
    {
        await ReplyBox.ClickAsync();
        await Page.Keyboard.TypeAsync("@");
        await Page.Locator("[role=menuitem]:has-text('SupportBot')").ClickAsync();
        await Page.Keyboard.TypeAsync($" {words}");
        await Thread.GetByRole(AriaRole.Button, new() { Name = "Send Message" }).ClickAsync();
    }

    public Task CardShowsAsync(string words) => Assertions.Expect(Card).ToContainTextAsync(words);

    public Task ThreadShowsAsync(string words) => Assertions.Expect(Thread).ToContainTextAsync(words);

    /// <summary>Keeps a picture of the whole card, beside those of the seller's window.</summary>
    public Task PictureOfCardAsync(string name) => PictureAsync(name, Card);

    /// <summary>… and of the thread under it.</summary>
    public Task PictureOfThreadAsync(string name) => PictureAsync(name, Thread);

    /// <summary>Gives cards the width that Teams has for them on a phone; this page never gives them less than 400 pixels.</summary>
    public Task NarrowAsync() => Page.AddStyleTagAsync(new() { Content = ".ac-adaptiveCard { max-width: 300px }" });

    /// <summary>The words that do not fit into the card.</summary>
    public Task<string> CutOffAsync() => Card.EvaluateAsync<string>("""
        card => {
          // The space at which a line was broken may hang over.
          const space = 8;
          const edge = card.getBoundingClientRect().right - parseFloat(getComputedStyle(card).paddingRight) + space;
          const range = document.createRange();
          const words = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
          const cut = [];
          while (words.nextNode()) {
            range.selectNodeContents(words.currentNode);
            if (range.getBoundingClientRect().right > edge) cut.push(words.currentNode.textContent);
          }
          return cut.join(', ');
        }
        """);

    /// <summary>No script error.</summary>
    public void AssertNoComplaints() => Xunit.Assert.Empty(_complaints);

    public ValueTask DisposeAsync() => _window.DisposeAsync();

    /// <summary>It repeats what the card says.</summary>
    private Task CloseLogAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Hide log panel" }).ClickAsync();

    private static Task<byte[]> PictureAsync(string name, ILocator what) =>
        what.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "artifacts", "screenshots", $"{name}.png") });
}
