using SupportBot.Cards.Elements;
using SupportBot.Cards.Seller;
using Xunit;

namespace SupportBot.UnitTests.Cards;

public sealed class SellerCardTests
{
    [Fact]
    public void A_choice_shows_eight_settlements_and_says_how_many_more_there_are()
    {
        var settlements = Enumerable.Range(1, 20)
            .Select(number => new SettlementFacts($"S-{number}", "Amazon UK", "Amazon.co.uk", "March", null, "£1", "Ready", "Xero"))
            .ToList();

        var card = SettlementChoiceCard.Create("c-1", settlements);

        Assert.Equal(8, card.Body.OfType<Container>().Count());
        Assert.Contains("12 more are not shown", card.FallbackText, StringComparison.Ordinal);
    }
}
