using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Results;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Knowledge.Sending;
using SupportBot.Language;
using SupportBot.Language.Intents;
using Xunit;

namespace SupportBot.UnitTests.Dialogs;

/// <summary>Which looks must be fresh, and which may go by what the platform said a moment ago.</summary>
public sealed class FreshLookTests
{
    private static readonly SettlementSummary s_uk = Reports.Settlement("S-1");
    private static readonly SettlementSummary s_ebay = Reports.Settlement("S-2", "eBay UK", "eBay", day: 16);

    [Theory]
    [InlineData("my settlement won't send", Intent.SettlementNotSending)]
    [InlineData("Is anything wrong with my account?", Intent.OutOfScope)]
    [InlineData("done", Intent.ConfirmDone)]
    [InlineData("it's still not sending", Intent.StillBroken)]
    public void Told_of_a_problem_or_of_a_fix_the_bot_looks_afresh(string words, string intent) =>
        Assert.False(new Talk().AccountIs(Reports.Disconnected()).Say(words, intent).Effect<DialogEffect.Diagnose>().MayRemember);

    [Theory]
    [InlineData("my settlement won't send", Intent.SettlementNotSending)]
    [InlineData("I've done it", Intent.ConfirmDone)]
    [InlineData("it's still not sending", Intent.StillBroken)]
    [InlineData("Check again", Intent.OutOfScope)]
    [InlineData("no", Intent.No)]
    public void While_a_fix_stands_open_every_look_is_fresh(string words, string intent)
    {
        var talk = new Talk().AccountIs(Reports.Disconnected()).Say("my settlement won't send", Intent.SettlementNotSending);

        talk.Say(words, intent);

        Assert.False(talk.Effect<DialogEffect.Diagnose>().MayRemember);
    }

    [Fact]
    public void Before_a_send_and_after_one_that_failed_the_look_is_fresh()
    {
        var talk = new Talk().Say("my settlement won't send", Intent.SettlementNotSending).Say("Send it now");
        Assert.False(talk.Effect<DialogEffect.Diagnose>().MayRemember);

        talk.Turn(new DialogInput.SendNews("w-1", new SendReport("S-1", "xero", SendResult.Refused, [], "The period is locked")));

        Assert.False(talk.Effect<DialogEffect.Diagnose>().MayRemember);
    }

    [Fact]
    public void Choosing_one_of_the_settlements_that_were_looked_at_needs_no_new_answers()
    {
        var talk = new Talk { Matches = new([s_uk, s_ebay], null) }
            .Say("the march one won't send", Intent.SettlementNotSending, new EntitySet { Date = new(2026, 3, 5) });

        talk.Press("pick-settlement", talk.One<Reply.ChooseSettlement>().CardId, ("settlementId", "S-2"));

        Assert.True(talk.Effect<DialogEffect.Diagnose>().MayRemember);
    }
}
