using SupportBot.Cards.Elements;

namespace SupportBot.Cards.Facts;

/// <summary>
/// Facts as two columns. The schema's own FactSet reads its values as Markdown, which would turn <c>Amazon.de</c> into
/// a link and straight quotes into curly ones.
/// </summary>
internal static class FactRows
{
    /// <summary>What a phone still shows beside the name; clients do not break words, and an address must be copied as it is.</summary>
    private const int LongestWordBeside = 20;

    public static IEnumerable<CardElement> Of(IEnumerable<Fact> facts) => facts.Select(fact => Row(RichTextBlock.Of(TextRun.Subtle(fact.Name)), fact.Value));

    private static CardElement Row(RichTextBlock name, string value)
    {
        var words = RichTextBlock.Of(TextRun.Plain(value));
        return value.Split(' ').Any(word => word.Length > LongestWordBeside)
            ? new Container { Spacing = Spacing.Small, Items = [name, words with { Spacing = Spacing.None }] }
            : new ColumnSet { Spacing = Spacing.Small, Columns = [new Column { Width = "104px", Items = [name] }, new Column { Width = "stretch", Items = [words] }] };
    }
}
