using SupportBot.Cards.Elements;
using SupportBot.Cards.Facts;

namespace SupportBot.Cards.Seller;

/// <summary>Proof that support has it: the reference, what was sent, and what happens next.</summary>
public static class ReceiptCard
{
    public static AdaptiveCard Create(string reference, IReadOnlyList<Fact> sent, string next)
    {
        var words = string.Join('\n', [$"Support has your message. Reference {reference}", .. sent.Select(fact => fact.AsText), next]);
        return new AdaptiveCard
        {
            FallbackText = words,
            Speak = words,
            Body =
            [
                TextBlock.Heading("Support has your message"),
                RichTextBlock.Of(TextRun.Subtle("Reference")),
                new RichTextBlock
                {
                    Spacing = Spacing.None,
                    Inlines = [new TextRun { Text = reference, Size = TextSize.ExtraLarge, Weight = TextWeight.Bolder }],
                },
                TextBlock.Subheading("What was sent"),
                .. FactRows.Of(sent),
                TextBlock.Subheading("What happens next"),
                RichTextBlock.Of(TextRun.Plain(next)),
            ],
        };
    }
}
