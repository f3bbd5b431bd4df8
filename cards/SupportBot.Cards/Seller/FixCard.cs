using System.Globalization;
using SupportBot.Cards.Elements;

namespace SupportBot.Cards.Seller;

/// <summary>The one fix to make now.</summary>
public static class FixCard
{
    /// <param name="instructions">In order; the card numbers them.</param>
    /// <param name="help">Where to read more; absolute.</param>
    public static AdaptiveCard Create(string title, IReadOnlyList<string> instructions, string? note, Uri? help)
    {
        var words = string.Join('\n', [title, .. instructions.Select((step, index) => $"{Number(index)} {step}"), .. Present(note)]);
        return new AdaptiveCard
        {
            FallbackText = words,
            Speak = words,
            Body =
            [
                TextBlock.Heading("What to do"),
                RichTextBlock.Of(TextRun.Strong(title)),
                .. instructions.Select(Step),
                .. Present(note).Select(line => new RichTextBlock { Spacing = Spacing.Medium, Inlines = [TextRun.Subtle(line)] }),
            ],
            Actions = help is null ? null : [new OpenUrlAction { Title = "Read more (opens a new tab)", Url = help }],
        };
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
