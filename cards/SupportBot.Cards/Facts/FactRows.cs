using SupportBot.Cards.Elements;

namespace SupportBot.Cards.Facts;

/// <summary>
/// Facts as two columns. The schema's own FactSet reads its values as Markdown, which would turn <c>Amazon.de</c> into
/// a link and straight quotes into curly ones.
/// </summary>
internal static class FactRows
{
    public static IEnumerable<CardElement> Of(IEnumerable<Fact> facts) => facts.Select(fact => new ColumnSet
    {
        Spacing = Spacing.Small,
        Columns =
        [
            new Column { Width = "104px", Items = [RichTextBlock.Of(TextRun.Subtle(fact.Name))] },
            new Column { Width = "stretch", Items = [RichTextBlock.Of(TextRun.Plain(fact.Value))] },
        ],
    });
}
