using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.Browser;

/// <summary>A note to pass on, as two people meet it: the one who may not make the fix, and the one who may.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class NoteTests(Chromium browser)
{
    private const int Phone = 360;

    [BrowserFact]
    public async Task A_note_is_copied_with_the_keyboard_and_its_link_opens_the_case_for_whoever_can_help()
    {
        await using var host = await SupportBotHost.StartAsync();
        await using var rupert = await Dashboard.OpenAsync(browser, host.Address, "maple-and-moss&user=rupert");
        await rupert.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await rupert.Chat.OpenAsync();
        await rupert.Chat.SayAsync("my settlement won't send");
        var copy = rupert.Page.Locator(".ac-adaptiveCard").GetByRole(AriaRole.Button, new() { Name = "Copy the note" });
        await copy.FocusAsync();
        await rupert.PictureAsync("note");
        await copy.PressAsync("Enter");
        await Assertions.Expect(rupert.Chat.Notice).ToContainTextAsync("The note is copied");
        var note = await rupert.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.Contains("What to do: Reconnect Xero", note, StringComparison.Ordinal);

        await using var ivy = await Dashboard.OpenAsync(browser, host.Address, $"maple-and-moss&user=ivy&{CaseParameter().Match(note).Value}", Phone);
        await ivy.Chat.SeesAsync("Rupert Dale asked for your help with this");
        await ivy.Chat.SeesAsync("What to do");
        await ivy.PictureAsync("case-on-a-phone");
        rupert.AssertNoComplaints();
        ivy.AssertNoComplaints();
    }

    [GeneratedRegex("supportbot-case=[0-9a-f]+")]
    private static partial Regex CaseParameter();
}
