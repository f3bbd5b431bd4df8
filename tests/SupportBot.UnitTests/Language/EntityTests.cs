using FsCheck;
using FsCheck.Fluent;
using SupportBot.Language.Text;
using Xunit;

namespace SupportBot.UnitTests.Language;

public sealed class EntityTests
{
    [Theory]
    [InlineData("my amazon germany settlement", "Amazon.de")]
    [InlineData("the german one", "Amazon.de")]
    [InlineData("the .de settlement", "Amazon.de")]
    [InlineData("Amazon.de", "Amazon.de")]
    [InlineData("amazon de", "Amazon.de")]
    [InlineData("amz uk payout", "Amazon.co.uk")]
    [InlineData("amazon.co.uk", "Amazon.co.uk")]
    [InlineData("Amazon (UK)", "Amazon.co.uk")]
    [InlineData("the UK payout", "Amazon.co.uk")]
    [InlineData("uk amazon", "Amazon.co.uk")]
    [InlineData("amazon us", "Amazon.com")]
    [InlineData("amazon.com payout", "Amazon.com")]
    [InlineData("American Amazon", "Amazon.com")]
    [InlineData("Amazon Canada", "Amazon.ca")]
    [InlineData("amazon.com.au", "Amazon.com.au")]
    [InlineData("Amazon Australia", "Amazon.com.au")]
    [InlineData("amazon france", "Amazon.fr")]
    [InlineData("settlement for Spain", "Amazon.es")]
    [InlineData("Amazon IT won't send", "Amazon.it")]
    [InlineData("On Amazon the Irish settlement is missing", "Amazon.ie")]
    [InlineData("ebay germany", "eBay")]
    [InlineData("my Etsy shop", "Etsy")]
    [InlineData("my Shopify AU store", "Shopify")]
    [InlineData("tik tok shop payout", "TikTok Shop")]
    [InlineData("WALMART", "Walmart")]
    [InlineData("woo commerce", "WooCommerce")]
    [InlineData("my Square payouts", "Square")]
    [InlineData("eBay posts fine but Etsy doesn't", "Etsy")]
    [InlineData("eBay is not fine", "eBay")]
    public void A_marketplace_is_known_by_its_everyday_names(string text, string marketplace) =>
        Assert.Equal(marketplace, Understood.Of(text).Entities.Marketplace);

    [Theory]
    [InlineData("amazon it won't send")]
    [InlineData("can amazon be asked")]
    [InlineData("back to square one")]
    [InlineData("our UK company")]
    [InlineData("Amazon Europe")]
    [InlineData("can you help us with it")]
    public void Everyday_words_are_no_marketplace(string text) => Assert.Null(Understood.Of(text).Entities.Marketplace);

    [Theory]
    [InlineData("not in Xero", "xero")]
    [InlineData("won't go to QB", "quickbooks")]
    [InlineData("qbo", "quickbooks")]
    [InlineData("Quick Books Online", "quickbooks")]
    [InlineData("Sending this settlement to Xero/QuickBooks, please wait", null)]
    [InlineData("nothing named", null)]
    public void A_platform_is_known_by_its_short_names(string text, string? platform) =>
        Assert.Equal(platform, Understood.Of(text).Entities.Platform);

    [Theory]
    [InlineData("my Shopify AU store won't send", "Shopify AU")]
    [InlineData("my australian shopify shop", "Shopify AU")]
    [InlineData("shopify australia", "Shopify AU")]
    [InlineData("shopfy au", "Shopify AU")]
    [InlineData("the shopify one", "Shopify AU")]
    [InlineData("eBay AU posts fine but Shopify AU doesn't", "Shopify AU")]
    [InlineData("ebay", "eBay AU")]
    [InlineData("amazon europe", "Amazon EU")]
    [InlineData("kettle outlett", "Kettle Outlet")]
    [InlineData("nothing named", null)]
    public void A_channel_of_the_seller_is_found_by_what_people_call_it(string text, string? channel) =>
        Assert.Equal(channel, Understood.Of(text, "en-AU", "Shopify AU", "eBay AU", "Amazon EU", "Kettle Outlet").Entities.ChannelText);

    [Fact]
    public void A_country_names_a_marketplace_and_not_the_channel_that_holds_it()
    {
        var entities = Understood.Of("the amazon germany settlement", "en-GB", "Amazon EU").Entities;

        Assert.Equal("Amazon.de", entities.Marketplace);
        Assert.Null(entities.ChannelText);
    }

    [Theory]
    [InlineData("my Shopify AU store won't send", "Shopify AU")]
    [InlineData("the Etsy shop", "Etsy")]
    [InlineData("Amazon UK", "Amazon UK")]
    [InlineData("my Etsy payout", null)]
    [InlineData("Amazon.de", null)]
    public void Of_an_unknown_seller_the_words_are_kept(string text, string? channel) =>
        Assert.Equal(channel, Understood.Of(text).Entities.ChannelText);

    [Theory]
    [InlineData("S-1001 won't send", "S-1001")]
    [InlineData("settlement BK-2 is stuck", "BK-2")]
    [InlineData("settlement id: 7781", "7781")]
    [InlineData("settlement 18273645 please", "18273645")]
    [InlineData("settlement #77", "77")]
    [InlineData("12345678901", "12345678901")]
    [InlineData("the one with id AMZ_UK_12", "AMZ_UK_12")]
    [InlineData("the settlement of 15-03-2026", null)]
    [InlineData("settlement 12 March", null)]
    [InlineData("settlement 2026", null)]
    [InlineData("my payout of £1,240.55", null)]
    [InlineData("a payout of 640.00 EUR", null)]
    [InlineData("error XC-001 on ticket LMB-7K2Q", null)]
    public void A_settlement_is_known_by_its_id_and_not_by_dates_or_amounts(string text, string? id) =>
        Assert.Equal(id, Understood.Of(text).Entities.SettlementId);

    [Theory]
    [InlineData("I get you are NOT permitted to access this resource", "you are NOT permitted to access this resource")]
    [InlineData("It says “Account Code Archived” on the page", "Account Code Archived")]
    [InlineData("then 'something odd went wrong here' comes up", "something odd went wrong here")]
    [InlineData("Error: the books are closed", "the books are closed")]
    [InlineData("Amazon reported a total of 12.00. Link My Books calculated 11.50", "Amazon reported a total of 12.00. Link My Books calculated")]
    [InlineData("I don't know why it doesn't send and can't find it", null)]
    [InlineData("my \"Shopify AU\" store", null)]
    public void An_error_message_is_taken_as_written(string text, string? error) =>
        Assert.Equal(error, Understood.Of(text).Entities.ErrorText);

    [Fact]
    public void Nothing_that_people_can_type_breaks_it() =>
        Check.QuickThrowOnFailure(Prop.ForAll<string>(text => Understood.Of(text ?? "", "en-GB", "Shopify AU").Confidence is >= 0 and <= 1));

    [Theory]
    [InlineData("1-")]
    [InlineData("march ")]
    [InlineData("\"a ")]
    [InlineData("S-")]
    [InlineData("1/1 to ")]
    [InlineData("settlement ")]
    [InlineData("\ud83d")]
    public void Endless_repetition_is_cut_and_answered(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));

        Assert.InRange(Utterance.Of(text).Text.Length, 0, Utterance.MaxLength);
        Assert.NotNull(Understood.Of(text).Intent);
    }
}
