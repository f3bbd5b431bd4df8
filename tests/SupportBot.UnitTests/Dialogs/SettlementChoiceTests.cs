using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Results;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Language;
using SupportBot.Language.Intents;
using Xunit;

namespace SupportBot.UnitTests.Dialogs;

public class SettlementChoiceTests
{
    private static readonly SettlementSummary s_uk = Reports.Settlement("S-1");
    private static readonly SettlementSummary s_ebay = Reports.Settlement("S-2", "eBay UK", "eBay", day: 16);

    [Fact]
    public void Named_settlement_is_the_one_looked_at()
    {
        var talk = new Talk { Matches = new([s_ebay], "eBay UK") }.AccountIs(Reports.Disconnected())
            .Say("my ebay settlement won't send", Intent.SettlementNotSending, new EntitySet { Marketplace = "eBay" });

        Assert.Equal("eBay", talk.Effect<DialogEffect.FindSettlements>().Query.Marketplace);
        Assert.Equal(new DiagnosisScope("S-2"), talk.Effect<DialogEffect.Diagnose>().Scope);
    }

    [Fact]
    public void Named_channel_is_looked_at_as_a_whole()
    {
        var talk = new Talk { Matches = new([s_uk, s_uk with { Id = "S-3" }], "Amazon UK") }
            .Say("Amazon UK won't send", Intent.SettlementNotSending, new EntitySet { ChannelText = "Amazon UK" });

        Assert.Equal(new DiagnosisScope(Channel: "Amazon UK"), talk.Effect<DialogEffect.Diagnose>().Scope);
    }

    [Fact]
    public void Several_that_fit_are_offered_and_one_is_picked_by_card_or_number()
    {
        var talk = new Talk { Matches = new([s_uk, s_ebay], null) }
            .Say("the march one won't send", Intent.SettlementNotSending, new EntitySet { DateFrom = new(2026, 3, 1), DateTo = new(2026, 3, 31) });
        var card = talk.One<Reply.ChooseSettlement>();
        Assert.Contains("2. eBay UK, eBay, 1 Mar 2026 to 16 Mar 2026", card.Text, StringComparison.Ordinal);

        talk.Say("2");
        Assert.Equal(new DiagnosisScope("S-2"), talk.Effect<DialogEffect.Diagnose>().Scope);

        talk.Say("A different settlement");
    }

    [Fact]
    public void Card_picks_one_and_a_second_press_does_nothing()
    {
        var talk = new Talk { Matches = new([s_uk, s_ebay], null) }
            .Say("the march one won't send", Intent.SettlementNotSending, new EntitySet { Date = new(2026, 3, 5) });
        var card = talk.One<Reply.ChooseSettlement>().CardId;

        talk.Press("pick-settlement", card, ("settlementId", "S-2"));
        Assert.Equal(new DiagnosisScope("S-2"), talk.Effect<DialogEffect.Diagnose>().Scope);

        talk.Press("pick-settlement", card, ("settlementId", "S-2"));
        Assert.Empty(talk.Effects);
        Assert.Contains("already looking at", talk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Settlement_of_somebody_elses_list_cannot_be_picked()
    {
        var talk = new Talk { Matches = new([s_uk, s_ebay], null) }
            .Say("the march one won't send", Intent.SettlementNotSending, new EntitySet { Date = new(2026, 3, 5) });

        talk.Press("pick-settlement", talk.One<Reply.ChooseSettlement>().CardId, ("settlementId", "OTHER-9"));

        Assert.Empty(talk.Effects);
    }

    [Fact]
    public void Unsent_settlements_come_before_sent_ones()
    {
        var talk = new Talk { Matches = new([s_uk, s_ebay with { Status = "sent" }], null) }
            .Say("the one of 5 March", Intent.OutOfScope, new EntitySet { Date = new(2026, 3, 5) });

        Assert.Equal(new DiagnosisScope("S-1"), talk.Effect<DialogEffect.Diagnose>().Scope);
    }

    [Fact]
    public void Settlement_of_exactly_that_date_comes_before_those_that_only_contain_it()
    {
        var talk = new Talk { Matches = new([s_uk with { Status = "sent" }, s_ebay], null) }
            .Say("the one of 14 March", Intent.CheckStatus, new EntitySet { Date = new(2026, 3, 14) });

        Assert.Equal(new DiagnosisScope("S-1"), talk.Effect<DialogEffect.Diagnose>().Scope);
    }

    [Fact]
    public void Unknown_settlement_is_said_and_the_unsent_ones_are_offered()
    {
        var talk = new Talk().AccountIs(Reports.Of([s_uk, s_ebay], Reports.Finding(Cause.AccountingDisconnected)))
            .Say("my Etsy payout won't send", Intent.SettlementNotSending, new EntitySet { Marketplace = "Etsy" });

        Assert.Contains("I couldn't find a settlement for Etsy in your account.", talk.Words, StringComparison.Ordinal);
        Assert.Equal(2, talk.One<Reply.ChooseSettlement>().Settlements.Count);
    }

    [Fact]
    public void Only_unsent_settlement_is_looked_at_when_the_named_one_is_not_there()
    {
        var talk = new Talk().AccountIs(Reports.Disconnected())
            .Say("I tried to send it on Monday", Intent.SettlementNotSending, new EntitySet { Date = new(2026, 3, 16) });

        Assert.Contains("I couldn't find a settlement for 16 Mar 2026 in your account.", talk.Words, StringComparison.Ordinal);
        Assert.Equal("Reconnect Xero", talk.One<Reply.ShowFix>().Title);
    }

    [Theory]
    [InlineData("thanks, see you on Monday", Intent.ThanksBye)]
    [InlineData("I reconnected on Monday and it's still broken", Intent.StillBroken)]
    [InlineData("yes, since Monday", Intent.Yes)]
    public void Day_that_is_mentioned_by_the_way_names_no_settlement(string words, string intent)
    {
        var talk = new Talk().AccountIs(Reports.Disconnected()).Say("it won't send", Intent.SettlementNotSending);

        talk.Say(words, intent, new EntitySet { Date = new(2026, 3, 16) });

        Assert.Empty(talk.Effects.OfType<DialogEffect.FindSettlements>());
    }

    [Fact]
    public void Still_broken_with_the_name_of_the_settlement_under_discussion_is_checked_again()
    {
        var talk = new Talk().AccountIs(Reports.Disconnected()).Say("it won't send", Intent.SettlementNotSending);

        talk.Say("Amazon UK is still broken", Intent.StillBroken, new EntitySet { ChannelText = "Amazon UK", Marketplace = "Amazon.co.uk" });

        Assert.Contains("it still shows", talk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void One_of_several_is_named_and_another_can_be_chosen()
    {
        var talk = new Talk().AccountIs(Reports.Of([s_uk, s_ebay], Reports.Finding(Cause.AccountingDisconnected)))
            .Say("it won't send", Intent.SettlementNotSending);
        Assert.Contains("You have 2 settlements that haven't been sent. I'm starting with this one: Amazon UK", talk.Words, StringComparison.Ordinal);
        Assert.Contains("A different settlement", talk.Choices);

        talk.Say("no, I meant the eBay one", Intent.No, new EntitySet { Marketplace = "eBay" });
        Assert.Equal("eBay", talk.Effect<DialogEffect.FindSettlements>().Query.Marketplace);

        talk.Say("A different settlement");
        Assert.Equal(2, talk.One<Reply.ChooseSettlement>().Settlements.Count);
    }

    [Fact]
    public void Person_asked_for_about_one_settlement_gets_it_on_the_ticket()
    {
        var talk = new Talk { Matches = new([s_ebay], "eBay UK") };
        talk.Account = scope => scope.SettlementId == "S-2" ? Reports.Of([s_ebay], Reports.Finding(Cause.NothingFound, of: s_ebay)) : Reports.Disconnected();

        talk.Say("I want to talk to someone about my eBay settlement", Intent.ContactHuman, new EntitySet { Marketplace = "eBay" });

        Assert.Equal("S-2", talk.Effect<DialogEffect.OpenTicket>().Draft.SettlementId);
    }
}
