using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Results;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Language.Intents;
using Xunit;

namespace SupportBot.UnitTests.Dialogs;

public class FixTests
{
    [Fact]
    public void Seller_is_told_the_cause_and_one_fix_before_anything_is_asked()
    {
        var talk = new Talk().AccountIs(Reports.Disconnected()).Start().Say("my settlement won't send", Intent.SettlementNotSending);

        var fix = talk.One<Reply.ShowFix>();
        var diagnosis = fix.Found!;
        Assert.Equal("Link My Books is not connected to Xero any more", diagnosis.Headline);
        Assert.Contains("Xero refused the stored authorisation.", diagnosis.Text, StringComparison.Ordinal);
        Assert.Contains("Amazon UK, Amazon.co.uk, 1 Mar 2026 to 14 Mar 2026, £1,234.56", diagnosis.Text, StringComparison.Ordinal);
        Assert.StartsWith(diagnosis.Text, fix.Text, StringComparison.Ordinal);
        Assert.Equal("Reconnect Xero", fix.Title);
        Assert.Equal("/help/settlement-will-not-send#connection", fix.HelpPath);
        Assert.Equal(["Done", "What does that mean?", "Talk to a person"], talk.Choices);
    }

    [Fact]
    public void Done_is_checked_again_and_only_then_called_solved()
    {
        var talk = new Talk().AccountIs(Reports.Disconnected()).Say("it won't send", Intent.SettlementNotSending);

        talk.AccountIs(Reports.Ready()).Say("Done");

        Assert.Equal(DiagnosisScope.Everything, talk.Effect<DialogEffect.Diagnose>().Scope);
        Assert.Contains("that is solved. Xero is connected again.", talk.Words, StringComparison.Ordinal);
        Assert.Contains("can be sent now", talk.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Did this answer your question?", talk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Done_that_is_not_true_is_met_with_the_evidence_and_the_next_remedy()
    {
        var talk = new Talk().AccountIs(Reports.Disconnected()).Say("it won't send", Intent.SettlementNotSending);

        talk.Say("done!", Intent.ConfirmDone);

        Assert.Contains("it still shows. Xero refused the stored authorisation.", talk.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("solved", talk.Words, StringComparison.Ordinal);
        Assert.Equal("Remove Link My Books in Xero, then connect afresh", talk.One<Reply.ShowFix>().Title);
    }

    [Fact]
    public void After_every_remedy_has_been_tried_a_ticket_is_offered_with_what_was_tried()
    {
        var talk = new Talk().AccountIs(Reports.Disconnected()).Say("it won't send", Intent.SettlementNotSending);

        talk.Say("Done").Say("Done");

        var draft = talk.One<Reply.ConfirmTicket>().Draft;
        Assert.Equal(Cause.AccountingDisconnected, draft.Reason);
        Assert.Equal(["reconnected Xero", "removed Link My Books from the apps in Xero and reconnected"], draft.TriedSteps);
        Assert.Equal("none", draft.RequestedAction);
    }

    [Fact]
    public void Problem_told_again_is_looked_at_again_without_a_new_fix()
    {
        var talk = new Talk().AccountIs(Reports.Disconnected()).Say("it won't send", Intent.SettlementNotSending);

        talk.Say("my settlement is not going to xero", Intent.SettlementNotSending);

        Assert.Contains("it is the same. Xero refused the stored authorisation.", talk.Words, StringComparison.Ordinal);
        Assert.Contains("We were at \"Reconnect Xero\".", talk.Words, StringComparison.Ordinal);
        Assert.Empty(talk.Replies.OfType<Reply.ShowFix>());
    }

    [Fact]
    public void Suspicion_that_is_not_borne_out_is_answered()
    {
        var talk = new Talk().AccountIs(Reports.Disconnected()).Say("I think my bank account is missing", Intent.BankAccountMissing);

        Assert.Contains("You mentioned your bank accounts: I looked at that too, and it is in order.", talk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Permission_that_is_still_refused_after_a_reconnect_goes_to_support()
    {
        var talk = new Talk().AccountIs(Reports.Of(Reports.Finding(Cause.AccountingPermission))).Say("not permitted", Intent.PermissionError);
        Assert.Contains(talk.One<Reply.ShowFix>().Instructions, i => i.Contains("Remove Link My Books", StringComparison.Ordinal));

        talk.AccountIs(Reports.Of(Reports.Finding(Cause.AccountingPermission, FixedBy.Support, "Xero said 'You are not permitted to access this resource'")))
            .Say("still not working", Intent.StillBroken);

        var draft = talk.One<Reply.ConfirmTicket>().Draft;
        Assert.Equal(["removed Link My Books from the apps in Xero and reconnected"], draft.TriedSteps);
        Assert.Contains("Our support team takes it from here", talk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_mapping_comes_with_where_the_category_posted_last()
    {
        var talk = new Talk().AccountIs(Reports.MissingMapping("FBA fees")).Say("it won't send", Intent.MissingMappings);

        Assert.Equal("Choose an account for 'FBA fees'", talk.One<Reply.ShowFix>().Title);
        Assert.Contains("'FBA fees' went to account 404 Freight & courier with tax rate INPUT2, on 17 Feb 2026. That account is still active in Xero.", talk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Account_that_is_archived_since_is_not_advised()
    {
        var report = Reports.MissingMapping("FBA fees");
        var finding = report.Diagnosis.Root;
        var talk = new Talk()
            .AccountIs(Reports.Of(finding with { Suggestion = finding.Suggestion! with { AccountStillActive = false } }))
            .Say("it won't send", Intent.SettlementNotSending);

        Assert.Contains("no longer active in Xero, so please choose another one", talk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_done_is_acknowledged_without_showing_the_steps_again()
    {
        var talk = new Talk().AccountIs(Reports.MissingMapping("FBA fees", "Refunds")).Say("it won't send", Intent.SettlementNotSending);
        Assert.Equal("Choose an account for 'FBA fees' and 'Refunds'", talk.One<Reply.ShowFix>().Title);

        talk.AccountIs(Reports.MissingMapping("Refunds")).Say("Done");

        Assert.Contains("some of it is done, and this is left. No account for 'Refunds'.", talk.Words, StringComparison.Ordinal);
        Assert.Empty(talk.Replies.OfType<Reply.ShowFix>());
    }

    [Fact]
    public void Several_problems_are_taken_one_at_a_time()
    {
        var missing = Reports.MissingMapping("FBA fees").Diagnosis.Root;
        var bank = Reports.Finding(Cause.BankAccountMissing);
        var talk = new Talk().AccountIs(Reports.Of(missing, bank)).Say("it won't send", Intent.SettlementNotSending);
        Assert.Contains("There is one more problem after this.", talk.Words, StringComparison.Ordinal);
        Assert.Single(talk.Replies.OfType<Reply.ShowFix>());

        talk.AccountIs(Reports.Of(bank)).Say("Done");

        Assert.Contains("that is solved. The mapping of 'FBA fees' is complete.", talk.Words, StringComparison.Ordinal);
        Assert.Contains("One more thing", talk.Words, StringComparison.Ordinal);
        Assert.Equal("Choose a bank account for Amazon.co.uk", talk.One<Reply.ShowFix>().Title);
    }

    [Fact]
    public void Fix_whose_check_could_not_run_is_not_called_solved()
    {
        var talk = new Talk().AccountIs(Reports.MissingMapping("FBA fees")).Say("it won't send", Intent.SettlementNotSending);

        talk.AccountIs(Reports.Ready().With(CheckName.Mappings, CheckOutcome.Unknown)).Say("Done");

        Assert.DoesNotContain("that is solved", talk.Words, StringComparison.Ordinal);
        Assert.Contains("I could not check your account mappings", talk.Words, StringComparison.Ordinal);
        Assert.Contains("Check again", talk.Choices);

        talk.AccountIs(Reports.Ready()).Turn(new DialogInput.FollowUpDue(talk.State.FollowUp!));
        Assert.Contains("that is solved", talk.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("basic", true)]
    [InlineData("accountant", false)]
    [InlineData("owner", false)]
    public void Basic_user_is_told_who_can_make_the_fix(string role, bool told)
    {
        var talk = new Talk { Person = new("s", "Seller", "u", "Kim Lee", role, "en-GB") };
        talk.AccountIs(Reports.MissingMapping("FBA fees")).Say("it won't send", Intent.SettlementNotSending);

        Assert.Equal(told, talk.Words.Contains("an Accountant, an Admin or an Owner can", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Accountant_is_told_that_reconnecting_a_shop_needs_someone_else()
    {
        var talk = new Talk { Person = new("s", "Seller", "u", "Kim Lee", "accountant", "en-GB") };
        talk.AccountIs(Reports.Of(Reports.Finding(Cause.SalesChannelDisconnected, FixedBy.Owner))).Say("it won't send", Intent.SettlementNotSending);

        Assert.Contains("Your role in Link My Books is Accountant, which can't change this. An Admin or an Owner can.", talk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void QuickBooks_seller_reads_about_quickbooks()
    {
        var talk = new Talk().AccountIs(Reports.Of(Reports.Finding(Cause.BankAccountMissing)) with { Platform = "quickbooks" })
            .Say("it won't send", Intent.BankAccountMissing);

        Assert.Contains("QuickBooks Bank Accounts", talk.One<Reply.ShowFix>().Instructions[0], StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_already_tried_is_credited()
    {
        var talk = new Talk().AccountIs(Reports.Disconnected())
            .Say("I already reconnected Xero and it still won't send", Intent.SettlementNotSending);

        Assert.Contains("I know you have already reconnected Xero, thank you.", talk.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("American seller reads the month first", "en-US", "Mar 14, 2026")]
    [InlineData("German seller reads digits", "de-DE", "14.03.2026")]
    [InlineData("An unknown locale is read as British", "xx-nonsense-xx", "14 Mar 2026")]
    public void Dates_are_in_the_persons_own_form(string why, string locale, string date)
    {
        var talk = new Talk { Person = new("s", "Seller", "u", "Kim Lee", "owner", locale) };
        talk.AccountIs(Reports.Disconnected()).Say("it won't send", Intent.SettlementNotSending);

        Assert.True(talk.Words.Contains(date, StringComparison.Ordinal), why + ": " + talk.Words);
    }
}
