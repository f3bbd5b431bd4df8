using System.Globalization;
using SupportBot.Cards.Elements;

namespace SupportBot.Cards.Seller;

/// <summary>The one fix to make now.</summary>
public static class FixCard
{
    /// <param name="instructions">In order; the card numbers them.</param>
    /// <param name="help">Where to read more; absolute.</param>
    /// <param name="reconnect">Where the fix can be begun from here.</param>
    public static AdaptiveCard Create(string title, IReadOnlyList<string> instructions, string? note, Uri? help, ReconnectButton? reconnect = null)
    {
        var words = string.Join('\n', [title, .. instructions.Select((step, index) => $"{Number(index)} {step}"), .. Present(note), .. Present(reconnect?.Words)]);
        return new AdaptiveCard
        {
            FallbackText = reconnect is null ? words : $"{words}\n{reconnect.Title}: {reconnect.Address.AbsoluteUri}",
            Speak = words,
            Body =
            [
                TextBlock.Heading("What to do"),
                RichTextBlock.Of(TextRun.Strong(title)),
                .. instructions.Select(Step),
                .. Present(note).Concat(Present(reconnect?.Words)).Select(line => new RichTextBlock { Spacing = Spacing.Medium, Inlines = [TextRun.Subtle(line)] }),
            ],
            Actions = help is null && reconnect is null ? null : [.. Buttons(help, reconnect)],
        };
    }

    private static IEnumerable<CardAction> Buttons(Uri? help, ReconnectButton? reconnect)
    {
        if (reconnect is not null)
        {
            yield return new OpenUrlAction { Title = reconnect.Title, Url = reconnect.Address, Style = "positive" };
        }

        if (help is not null)
        {
            yield return new OpenUrlAction { Title = "Read more (new tab)", Url = help };
        }
    }

    private static ColumnSet Step(string instruction, int index) => new()
    {
        Spacing = Spacing.Small,
        Columns =
        [
            new Column { Width = "24px", Items = [RichTextBlock.Of(TextRun.Strong(Number(index)))] },
            new Column { Width = "stretch", Spacing = Spacing.None, Items = [RichTextBlock.Of(TextRun.Plain(instruction))] },
        ],
    };

    private static string Number(int index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}.");

    private static IEnumerable<string> Present(string? note) => note is null ? [] : [note];
}

/// <summary>Begins a reconnect on the platform's own page.</summary>
/// <param name="Brand">Xero or QuickBooks.</param>
/// <param name="Address">Absolute.</param>
public sealed record ReconnectButton(string Brand, Uri Address)
{
    internal string Title => $"Reconnect {Brand} (new tab)";

    internal string Words =>
        $"Instead of looking for Reconnect in Link My Books, press the button here: it opens {Brand}'s own page. The other steps stay as they are. "
        + "Approve there for the same organisation, and I'll notice by myself and check again.";
}
