using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Results;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Language.Intents;
using Xunit;

namespace SupportBot.UnitTests.Dialogs;

/// <summary>Diagnoses that leave nothing to fix: waiting, sent, all clear, could not check.</summary>
public class OutcomeTests
{
    [Fact]
    public void Waiting_for_vat_is_no_fault_and_has_a_date()
    {
        var talk = new Talk().AccountIs(Reports.AwaitingVat()).Say("it won't send", Intent.SettlementNotSending);

        Assert.Contains("Nothing is broken", talk.Words, StringComparison.Ordinal);
        Assert.Contains("by the end of 7 Apr 2026", talk.Words, StringComparison.Ordinal);
        Assert.Empty(talk.Replies.OfType<Reply.ShowFix>());

        talk.Say("Check again");
        Assert.Contains("nothing has changed yet", talk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Platform_trouble_names_the_time_that_the_platform_gave()
    {
        var finding = Reports.Finding(Cause.PlatformUnavailable, FixedBy.Nobody, "Xero answered 503") with { WaitUntil = Reports.Now.AddMinutes(5) };
        var talk = new Talk().AccountIs(Reports.Of(finding)).Say("it won't send", Intent.SettlementNotSending);

        Assert.Contains("Xero asks us to wait until 09:05 UTC on 20 Mar 2026", talk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Sent_settlement_says_when_and_under_which_number()
    {
        var talk = new Talk().AccountIs(Reports.Sent()).Say("has it gone?", Intent.CheckStatus);

        Assert.Contains("Sent on 20 March 2026 as INV-0042.", talk.Words, StringComparison.Ordinal);
        Assert.Contains("Please do not send it a second time", talk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Account_without_unsent_settlements_is_in_order()
    {
        var talk = new Talk().AccountIs(Reports.Sent()).Say("Is anything wrong with my account?");
        Assert.Equal("Nothing is waiting to be sent", talk.One<Reply.ShowDiagnosis>().Headline);
        Assert.Contains("The latest settlement is this one: Amazon UK", talk.Words, StringComparison.Ordinal);

        talk.AccountIs(Reports.NoSettlements()).Say("Is anything wrong with my account?");
        Assert.Contains("found nothing wrong", talk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Seller_with_nothing_wrong_is_advised_to_send_and_then_told_that_it_was_sent()
    {
        var talk = new Talk().AccountIs(Reports.Ready()).Say("it won't send", Intent.SettlementNotSending);
        Assert.Equal("Send the settlement", talk.One<Reply.ShowFix>().Title);
        Assert.Equal(["Send it now", "Done", "It still won't send", "Talk to a person"], talk.Choices);

        talk.Account = scope => scope.SettlementId == "S-1" ? Reports.Sent() : Reports.Sent();
        talk.Say("Done");

        Assert.Contains("This settlement has been sent: Amazon UK", talk.Words, StringComparison.Ordinal);
        Assert.Contains("INV-0042", talk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Send_without_error_and_without_effect_ends_with_a_person()
    {
        var talk = new Talk().AccountIs(Reports.Ready()).Say("it won't send", Intent.SettlementNotSending);

        talk.Say("It still won't send");
        Assert.Contains("has not been sent yet", talk.Words, StringComparison.Ordinal);
        talk.Say("It still won't send");

        Assert.Contains("every check passes", talk.Words, StringComparison.Ordinal);
        Assert.Equal(Cause.NothingFound, talk.One<Reply.ConfirmTicket>().Draft.Reason);
    }

    [Fact]
    public void Sending_that_uncovers_a_problem_leads_to_its_fix()
    {
        var talk = new Talk().AccountIs(Reports.Ready()).Say("it won't send", Intent.SettlementNotSending);

        talk.AccountIs(Reports.LinkDropped()).Say("It still won't send");

        Assert.Equal(Cause.ChannelLinkDropped, talk.One<Reply.ConfirmTicket>().Draft.Reason);
        Assert.DoesNotContain("solved", talk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void What_could_not_be_checked_is_said_and_looked_at_again()
    {
        var talk = new Talk().AccountIs(Reports.CouldNotCheck()).Say("it won't send", Intent.SettlementNotSending);

        Assert.Contains("I could not check your account mappings", talk.Words, StringComparison.Ordinal);
        Assert.Contains("in order: the connection to your books", talk.Words, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(20), talk.Effect<DialogEffect.FollowUp>().After);
        var token = talk.State.FollowUp!;

        talk.Turn(new DialogInput.FollowUpDue(token));
        Assert.Empty(talk.Replies);

        talk.Say("Check again");
        talk.AccountIs(Reports.Disconnected()).Turn(new DialogInput.FollowUpDue(talk.State.FollowUp!));
        Assert.Contains("I could look again now", talk.Words, StringComparison.Ordinal);
        Assert.Equal("Reconnect Xero", talk.One<Reply.ShowFix>().Title);
    }

    [Fact]
    public void Follow_up_is_silent_once_the_person_has_moved_on()
    {
        var talk = new Talk().AccountIs(Reports.CouldNotCheck()).Say("it won't send", Intent.SettlementNotSending);
        var token = talk.State.FollowUp!;
        talk.Say("how do I change tax rates?", Intent.ChangeTaxRates);

        talk.AccountIs(Reports.Disconnected()).Turn(new DialogInput.FollowUpDue(token));

        Assert.Empty(talk.Replies);
        Assert.Empty(talk.Effects);
    }

    [Fact]
    public void Account_that_cannot_be_looked_at_is_said_plainly()
    {
        var talk = new Talk().AccountIs(null).Say("it won't send", Intent.SettlementNotSending);

        Assert.Contains("I couldn't look at your account", talk.Words, StringComparison.Ordinal);
        Assert.Equal(["Check again", "Talk to a person"], talk.Choices);
    }

    [Theory]
    [MemberData(nameof(Causes))]
    public void Every_cause_has_something_to_say_and_a_way_on(string cause, FixedBy fixedBy)
    {
        var talk = new Talk().AccountIs(Reports.Of(Reports.Finding(cause, fixedBy))).Say("it won't send", Intent.SettlementNotSending);

        Assert.NotEmpty(talk.Replies);
        Assert.Contains("Talk to a person", talk.Choices);
        Assert.Single(talk.Replies.OfType<Reply.ShowDiagnosis>().Concat(talk.Replies.OfType<Reply.ShowFix>().Select(fix => fix.Found).OfType<Reply.ShowDiagnosis>()));
    }

    public static TheoryData<string, FixedBy> Causes()
    {
        var data = new TheoryData<string, FixedBy>();
        foreach (var cause in Cause.InOrder)
        {
            foreach (var fixedBy in Enum.GetValues<FixedBy>())
            {
                data.Add(cause, fixedBy);
            }
        }

        return data;
    }
}
