using SupportBot.Cards.Actions;
using SupportBot.Cards.Elements;

namespace SupportBot.Cards.Seller;

/// <summary>Several settlements to choose from: one press, no form.</summary>
public static class SettlementChoiceCard
{
    /// <summary>More than these make a wall; the rest is found by naming it.</summary>
    public const int MostShown = 8;

    public static AdaptiveCard Create(string cardId, IReadOnlyList<SettlementFacts> settlements)
    {
        var shown = settlements.Take(MostShown).ToList();
        var more = settlements.Count > MostShown
            ? $"{settlements.Count - MostShown} more are not shown. Name the channel or a date to find one of them."
            : null;
        var words = string.Join('\n', shown.Select(Numbered).Prepend("Choose a settlement:").Concat(Present(more)));
        return new AdaptiveCard
        {
            FallbackText = words,
            Speak = words,
            Body =
            [
                TextBlock.Heading("Choose a settlement"),
                .. shown.Select((settlement, index) => Row(cardId, settlement, index)),
                .. Present(more).Select(line => RichTextBlock.Of(TextRun.Subtle(line))),
            ],
        };
    }

    private static Container Row(string cardId, SettlementFacts settlement, int index) => new()
    {
        Style = ContainerStyle.Emphasis,
        Spacing = Spacing.Small,
        SelectAction = new SubmitAction
        {
            Title = Numbered(settlement, index),
            Data = new SubmitData(CardVerbs.PickSettlement, cardId) { SettlementId = settlement.Id },
        },
        Items =
        [
            new ColumnSet
            {
                Columns =
                [
                    new Column
                    {
                        Width = "stretch",
                        Items =
                        [
                            RichTextBlock.Of(TextRun.Strong($"{index + 1}. {settlement.Name}")),
                            new RichTextBlock { Spacing = Spacing.None, Inlines = [TextRun.Plain(settlement.Dates)] },
                            new RichTextBlock { Spacing = Spacing.None, Inlines = [TextRun.Subtle($"{settlement.Amount} · {settlement.Status} · {settlement.Id}")] },
                        ],
                    },
                    new Column { Width = "auto", VerticalContentAlignment = "center", Items = [RichTextBlock.Of(new TextRun { Text = "›", Size = TextSize.ExtraLarge })] },
                ],
            },
        ],
    };

    // People type the number, too.
    private static string Numbered(SettlementFacts settlement, int index) => $"{index + 1}. {settlement.OneLine}";

    private static IEnumerable<string> Present(string? line) => line is null ? [] : [line];
}
