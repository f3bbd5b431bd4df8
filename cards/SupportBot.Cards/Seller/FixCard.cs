using System.Globalization;
using SupportBot.Cards.Elements;

namespace SupportBot.Cards.Seller;

/// <summary>The one fix to make now; under it what was found, with the single checks folded away.</summary>
public static class FixCard
{
    public static AdaptiveCard Create(FixFacts fix)
    {
        var (reconnect, found) = (fix.Reconnect, fix.Found);
        string[] closing = [.. Present(fix.Note), .. Present(reconnect?.Words), .. fix.Closing];
        var words = string.Join('\n', [fix.Title, .. fix.Instructions.Select((step, index) => $"{Number(index)} {step}"), .. closing, .. found is null ? [] : DiagnosisCard.Words(found)]);
        return new AdaptiveCard
        {
            FallbackText = reconnect is null ? words : $"{words}\n{reconnect.Title}: {reconnect.Address.AbsoluteUri}",
            Speak = words,
            Body =
            [
                TextBlock.Heading("What to do"),
                RichTextBlock.Of(TextRun.Strong(fix.Title)),
                .. fix.Instructions.Select(Step),
                .. closing.Select(line => new RichTextBlock { Spacing = Spacing.Medium, Inlines = [TextRun.Subtle(line)] }),
                .. found is null ? [] : Found(found),
            ],
            Actions = Buttons(fix).ToList() is { Count: > 0 } buttons ? buttons : null,
        };
    }

    private static IEnumerable<CardElement> Found(DiagnosisFacts found) =>
    [
        TextBlock.Subheading("What I found"),
        .. DiagnosisCard.EvidenceLines(found),
    ];

    private static IEnumerable<CardAction> Buttons(FixFacts fix)
    {
        if (fix.Reconnect is { } reconnect)
        {
            yield return new OpenUrlAction { Title = reconnect.Title, Url = reconnect.Address, Style = "positive" };
        }

        if (fix.Help is not null)
        {
            yield return new OpenUrlAction { Title = "Read more (new tab)", Url = fix.Help };
        }

        if (fix.Found is { } found)
        {
            // Web Chat reports the toggle of an element as an error, this not.
            yield return new ShowCardAction { Title = "What I checked", Card = new FormCard { Body = [.. DiagnosisCard.CheckLines(found)], Actions = [] } };
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
