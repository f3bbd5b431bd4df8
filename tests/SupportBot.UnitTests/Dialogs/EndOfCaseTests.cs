using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Results;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Language.Intents;
using Xunit;

namespace SupportBot.UnitTests.Dialogs;

/// <summary>When support is done with a case: did it help, the way back, and a fresh start.</summary>
public sealed class EndOfCaseTests
{
    [Fact]
    public void Seller_is_told_who_closed_it_and_asked_once_whether_it_helped()
    {
        var talk = Resolved();
        Assert.Contains("Priya from our support team has closed your case LMB-1. Did it help?", talk.Words, StringComparison.Ordinal);
        Assert.Equal(["Yes", "No", "Give me the transcript", "Talk to a person"], talk.Choices);

        talk.Say("Yes", Intent.Yes);

        Assert.Equal(new DialogEffect.AnswerSurvey("LMB-1", true, null), talk.Effect<DialogEffect.AnswerSurvey>());
        Assert.DoesNotContain("Did it help", talk.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("it works now, all sent", Intent.ConfirmDone, true)]
    [InlineData("it still won't send", Intent.StillBroken, false)]
    [InlineData("nope", Intent.No, false)]
    public void Answer_is_understood_in_other_words(string words, string intent, bool helped) =>
        Assert.Equal(helped, Resolved().Say(words, intent).Effect<DialogEffect.AnswerSurvey>().Helped);

    [Theory]
    [InlineData("Priya explained it well", Intent.OutOfScope)]
    [InlineData("thank you so much, that was quick", Intent.ThanksBye)]
    [InlineData("yes, please tell her she is great", Intent.Yes)]
    public void Free_words_after_the_answer_are_the_comment_and_the_next_ones_are_not(string comment, string intent)
    {
        var talk = Resolved();
        talk.Say("Yes", Intent.Yes);

        talk.Say(comment, intent);

        Assert.Equal(new DialogEffect.AnswerSurvey("LMB-1", null, comment), talk.Effect<DialogEffect.AnswerSurvey>());
        talk.Say("qwertz uiop");
        Assert.Empty(talk.Effects);
    }

    [Fact]
    public void Whoever_has_nothing_to_add_is_left_in_peace()
    {
        var talk = Resolved();
        talk.Say("Yes", Intent.Yes);

        talk.Say("No", Intent.No);

        Assert.Empty(talk.Effects);
        Assert.Null(talk.State.Survey);
    }

    [Fact]
    public void A_new_request_is_no_comment_and_starts_anew()
    {
        var talk = Resolved().AccountIs(Reports.Disconnected());
        talk.Say("Yes", Intent.Yes);

        talk.Say("my settlement won't send", Intent.SettlementNotSending);

        talk.Effect<DialogEffect.Diagnose>();
        Assert.Null(talk.State.Survey);
        talk.Say("a person please", Intent.ContactHuman);
        Assert.Contains("Our team also sees your earlier case LMB-1.", talk.One<Reply.ShowReceipt>().Next, StringComparison.Ordinal);
    }

    [Fact]
    public void Whom_it_did_not_help_may_open_the_case_again()
    {
        var talk = Resolved();
        talk.Say("No", Intent.No);
        Assert.Contains("I'm sorry", talk.Words, StringComparison.Ordinal);
        Assert.Contains("Open my case again", talk.Choices);

        talk.Say("no, please reopen my case");

        Assert.Equal("LMB-1", talk.Effect<DialogEffect.ReopenCase>().Reference);
        Assert.Contains("Your case LMB-1 is open again.", talk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_case_there_is_nothing_to_open_again()
    {
        var talk = new Talk();

        talk.Say("reopen my case");

        Assert.Empty(talk.Effects);
        Assert.Contains("There is no case", talk.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CaseStep.Returned)]
    [InlineData(CaseStep.Resolved)]
    public void Old_cards_and_follow_ups_do_not_fire_after_support_had_the_case(CaseStep step)
    {
        var talk = new Talk().AccountIs(Reports.CouldNotCheck());
        talk.Say("my settlement won't send", Intent.SettlementNotSending);
        var followUp = talk.Effect<DialogEffect.FollowUp>().Token;
        talk.AccountIs(Reports.LinkDropped()).Say("check again", Intent.CheckStatus);
        var card = talk.One<Reply.ConfirmTicket>().CardId;
        talk.Say("a person please", Intent.ContactHuman);
        talk.Owner = TurnOwner.Agent;
        talk.Turn(new DialogInput.FollowUpDue(followUp));
        Assert.Empty(talk.Effects);
        talk.Owner = TurnOwner.Bot;
        talk.Turn(new DialogInput.CaseMoved(step, "LMB-1", "Priya"));

        talk.Turn(new DialogInput.FollowUpDue(followUp));
        Assert.Empty(talk.Effects);
        talk.Press(CardVerbs.SendTicket, card);
        Assert.Empty(talk.Effects);
        Assert.Contains("Nothing was sent twice", talk.Words, StringComparison.Ordinal);
        talk.Say("yes", Intent.Yes);
        Assert.DoesNotContain(talk.Effects, effect => effect is not DialogEffect.AnswerSurvey);
    }

    [Fact]
    public void Handed_back_the_bot_offers_to_look_at_the_account_as_it_is_now()
    {
        var talk = new Talk().AccountIs(Reports.Disconnected());
        talk.Say("my settlement won't send", Intent.SettlementNotSending);
        talk.Turn(new DialogInput.CaseMoved(CaseStep.Returned, "LMB-1", "Priya"));
        Assert.Contains("Is anything wrong with my account?", talk.Choices);
        Assert.Null(talk.State.Diagnosis);

        talk.AccountIs(Reports.Sent()).Say("Is anything wrong with my account?");

        Assert.Equal(DiagnosisScope.Everything, talk.Effect<DialogEffect.Diagnose>().Scope);
    }

    private static Talk Resolved()
    {
        var talk = new Talk();
        talk.Say("a person please", Intent.ContactHuman);
        return talk.Turn(new DialogInput.CaseMoved(CaseStep.Resolved, "LMB-1", "Priya"));
    }
}
