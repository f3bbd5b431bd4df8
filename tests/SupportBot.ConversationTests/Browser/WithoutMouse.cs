using Microsoft.Playwright;
using Xunit;

namespace SupportBot.ConversationTests.Browser;

/// <summary>A page as somebody without a mouse uses it.</summary>
internal static class WithoutMouse
{
    private const int MostPresses = 150;

    private const string FocusedName = """
        () => {
          let focused = document.activeElement;
          while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
          return (focused?.getAttribute('aria-label') ?? focused?.textContent ?? '').trim();
        }
        """;

    /// <summary>From one control to the next until the wanted one is there.</summary>
    /// <param name="key"><c>Tab</c> or <c>Shift+Tab</c>.</param>
    public static async Task TabToAsync(this IPage page, string key, string wanted)
    {
        for (var pressed = 0; pressed < MostPresses; pressed++)
        {
            await page.Keyboard.PressAsync(key);
            if (await page.EvaluateAsync<string>(FocusedName) == wanted)
            {
                return;
            }
        }

        Assert.Fail($"'{wanted}' cannot be reached with {key}.");
    }
}
