using Microsoft.Playwright;
using Xunit;

namespace SupportBot.ConversationTests.Browser;

/// <summary>One browser for all browser tests; each test opens a window of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    public const string Missing = "there is no Chromium: install Debian's chromium package, or name the program in SUPPORTBOT_CHROMIUM";

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static string? Path { get; } = Places.Prepend(Environment.GetEnvironmentVariable("SUPPORTBOT_CHROMIUM")).FirstOrDefault(File.Exists);

    public static bool IsRequired { get; } =
        string.Equals(Environment.GetEnvironmentVariable("SUPPORTBOT_REQUIRE_SERVICES"), "true", StringComparison.OrdinalIgnoreCase);

    public async Task InitializeAsync()
    {
        if (Path is null)
        {
            return;
        }

        Assertions.SetDefaultExpectTimeout(60_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Path, Args = Arguments });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A window with storage of its own, as another person's browser would have.</summary>
    public async Task<IBrowserContext> OpenAsync(int width = 1400, int height = 900)
    {
        Assert.True(_browser is not null, Missing);
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = height } });
        // Web Chat alone is three megabytes of script, and test machines are busy.
        context.SetDefaultTimeout(60_000);
        return context;
    }
}

/// <summary>Browser tests run one after another: a machine that draws several chats at once is too slow for any of them.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Chromium>
{
    public const string Name = "browser";
}
