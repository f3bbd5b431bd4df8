using SupportBot.Cards.Elements;
using SupportBot.Cards.Facts;

namespace SupportBot.Cards.Seller;

/// <summary>The settlement in question.</summary>
public static class SettlementCard
{
    public static AdaptiveCard Create(SettlementFacts settlement)
    {
        var words = string.Join('\n', settlement.Facts.Select(fact => fact.AsText).Prepend(settlement.Name));
        return new AdaptiveCard
        {
            FallbackText = words,
            Speak = words,
            Body = [RichTextBlock.Of(TextRun.Strong(settlement.Name)), .. FactRows.Of(settlement.Facts)],
        };
    }
}
