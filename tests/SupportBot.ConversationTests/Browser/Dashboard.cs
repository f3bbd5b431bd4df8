using Microsoft.Playwright;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.Browser;

/// <summary>A seller at the demo dashboard, with the chat beside it.</summary>
internal sealed class Dashboard : IAsyncDisposable
{
    private readonly IBrowserContext _window;
    private readonly List<string> _complaints = [];
    private readonly Uri _address;

    private Dashboard(IBrowserContext window, IPage page, Uri address)
    {
        (_window, Page, _address) = (window, page, address);
        Chat = new ChatPanel(page);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => _complaints.Add(error);
    }

    public IPage Page { get; }

    public ChatPanel Chat { get; }

    /// <summary>What the page last said about a press on one of its buttons.</summary>
    public ILocator News => Page.Locator("#news");

    /// <param name="prepare">Runs before the page is loaded.</param>
    public static async Task<Dashboard> OpenAsync(
        Chromium browser, Uri host, string seller, int width = 1400, int height = 900, Func<IPage, Task>? prepare = null)
    {
        var window = await browser.OpenAsync(width, height);
        var page = await window.NewPageAsync();
        var dashboard = new Dashboard(window, page, new Uri(host, $"/?seller={seller}"));
        await (prepare?.Invoke(page) ?? Task.CompletedTask);
        await dashboard.LoadAsync();
        return dashboard;
    }

    public async Task LoadAsync()
    {
        await Page.GotoAsync(_address.ToString());
        await Page.Locator("main h1").WaitForAsync();
    }

    public async Task PressAsync(string button)
    {
        await Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Assertions.Expect(News).Not.ToBeEmptyAsync();
    }

    public async Task ChooseAccountAsync(string category, string account)
    {
        var row = Page.Locator("form.choice", new() { HasText = category });
        await row.Locator("select").SelectOptionAsync(account);
        await row.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(News).Not.ToBeEmptyAsync();
    }

    /// <summary>Keeps a picture in <c>artifacts/screenshots</c> for people to look at.</summary>
    public Task PictureAsync(string name) => Page.ScreenshotAsync(
        new() { Path = Path.Combine(Repository.Root, "artifacts", "screenshots", $"{name}.png") });

    /// <summary>No script error, no refused script or style, no failed request.</summary>
    public void AssertNoComplaints() => Assert.Empty(_complaints);

    public ValueTask DisposeAsync() => _window.DisposeAsync();
}
