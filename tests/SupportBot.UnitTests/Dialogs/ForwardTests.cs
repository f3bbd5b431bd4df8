using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Results;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Language.Intents;
using Xunit;

namespace SupportBot.UnitTests.Dialogs;

public class ForwardTests
{
    private static readonly DialogPerson s_basic = new("bright-kettle", "Bright Kettle Ltd", "rupert", "Rupert Vane", "basic", "en-GB");

    [Fact]
    public void Basic_user_gets_a_note_for_the_person_who_can()
    {
        var talk = new Talk { Person = s_basic }.AccountIs(Reports.Disconnected()).Say("it won't send", Intent.SettlementNotSending);

        Assert.Contains("Your role in Link My Books is Basic user", talk.Words, StringComparison.Ordinal);
        var note = talk.One<Reply.ShowNote>().Note;
        Assert.Contains("Bright Kettle Ltd", note, StringComparison.Ordinal);
        Assert.Contains("What is wrong: Link My Books is not connected to Xero any more.", note, StringComparison.Ordinal);
        Assert.Contains("Amazon UK, Amazon.co.uk, 1 Mar 2026 to 14 Mar 2026", note, StringComparison.Ordinal);
        Assert.Contains("Xero refused the stored authorisation (20 Mar 2026, 09:00 UTC).", note, StringComparison.Ordinal);
        Assert.Contains("1. In Link My Books, open Settings > Account Settings.", note, StringComparison.Ordinal);
        Assert.Contains("https://app.example.com/?supportbot-case=1", note, StringComparison.Ordinal);
        Assert.Contains("Rupert Vane", note, StringComparison.Ordinal);
        Assert.Equal(["Done", "What does that mean?", "Talk to a person"], talk.Choices);
    }

    [Fact]
    public void Note_in_the_reader_s_locale_has_no_english_dates()
    {
        var german = s_basic with { Locale = "de-DE" };
        var report = Reports.Of(Reports.Finding(Cause.AccountingDisconnected, fact: "Refused on 2026-03-19T17:42:00Z"));

        var talk = new Talk { Person = german }.AccountIs(report).Say("it won't send", Intent.SettlementNotSending);

        Assert.Contains("Refused on 19.03.2026, 17:42 UTC (20.03.2026, 09:00 UTC)", talk.One<Reply.ShowNote>().Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Someone else has to do this")]
    [InlineData("I don't have access, can you write to my accountant")]
    [InlineData("my client has to do that")]
    public void Whoever_may_not_be_the_one_can_pass_it_on(string words)
    {
        var talk = new Talk().AccountIs(Reports.Of(Reports.Finding(Cause.PeriodLocked, FixedBy.Accounting))).Say("it won't send", Intent.SettlementNotSending);
        Assert.Contains("Someone else has to do this", talk.Choices);

        talk.Say(words);

        Assert.Contains("What to do: Move the lock date in Xero", talk.One<Reply.ShowNote>().Note, StringComparison.Ordinal);
        var first = talk.State.Forwarded.Single().Id;
        talk.Say(words);
        Assert.Equal(first, talk.State.Forwarded.Single().Id);
    }

    [Fact]
    public void Person_who_follows_the_link_is_told_the_case_and_walked_through_what_is_there_now()
    {
        var talk = new Talk { Case = PassedOn() }.AccountIs(Reports.Disconnected()).Turn(new DialogInput.CaseRequested("case-1"));

        Assert.Contains("Rupert Vane asked for your help with this: Link My Books is not connected to Xero any more.", talk.Words, StringComparison.Ordinal);
        Assert.Equal("Reconnect Xero", talk.One<Reply.ShowFix>().Title);

        talk.AccountIs(Reports.Ready()).Say("Done");

        Assert.Equal("case-1", talk.SolvedCase);
        Assert.Contains("that is solved", talk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Case_that_is_right_by_now_is_said_to_be_so_and_told_where_it_came_from()
    {
        var talk = new Talk { Case = PassedOn() }.AccountIs(Reports.Ready()).Turn(new DialogInput.CaseRequested("case-1"));

        Assert.Contains("in order by now", talk.Words, StringComparison.Ordinal);
        Assert.Equal("case-1", talk.SolvedCase);
    }

    [Fact]
    public void Case_that_cannot_be_checked_is_not_said_to_be_right()
    {
        var talk = new Talk { Case = PassedOn() }
            .AccountIs(Reports.CouldNotCheck().With(CheckName.AccountingConnection, CheckOutcome.Unknown))
            .Turn(new DialogInput.CaseRequested("case-1"));

        Assert.DoesNotContain("in order by now", talk.Words, StringComparison.Ordinal);
        Assert.Null(talk.SolvedCase);
    }

    [Fact]
    public void Link_of_another_account_tells_nothing_of_the_case()
    {
        var talk = new Talk().Turn(new DialogInput.CaseRequested("case-1"));

        Assert.Contains("leads to nothing in this account", talk.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Xero any more", talk.Words, StringComparison.Ordinal);
        Assert.Contains("My settlement won't send", talk.Choices);
    }

    [Fact]
    public void Whoever_passed_it_on_learns_of_the_solution_after_a_look_of_their_own()
    {
        var talk = new Talk { Person = s_basic }.AccountIs(Reports.Disconnected()).Say("it won't send", Intent.SettlementNotSending);
        var id = talk.State.Forwarded.Single().Id;

        talk.Turn(new DialogInput.CaseSolved(id));
        Assert.Empty(talk.Replies);

        talk.AccountIs(Reports.Ready()).Turn(new DialogInput.CaseSolved(id));
        Assert.Contains("that is solved. Xero is connected again.", talk.Words, StringComparison.Ordinal);
        Assert.Equal(Ending.Verified, talk.State.Ending);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void News_of_a_case_that_could_not_be_looked_at_comes_with_a_later_look(bool knowsSomething)
    {
        var talk = new Talk { Person = s_basic }.AccountIs(Reports.Disconnected()).Say("it won't send", Intent.SettlementNotSending);
        talk.AccountIs(knowsSomething ? Reports.CouldNotCheck().With(CheckName.AccountingConnection, CheckOutcome.Unknown) : null);

        talk.Turn(new DialogInput.CaseSolved(talk.State.Forwarded.Single().Id));
        Assert.Empty(talk.Replies);
        var first = talk.Effect<DialogEffect.FollowUp>();
        talk.Turn(new DialogInput.FollowUpDue(first.Token));
        var second = talk.Effect<DialogEffect.FollowUp>();
        Assert.True(second.After > first.After);

        talk.AccountIs(Reports.Ready()).Turn(new DialogInput.FollowUpDue(second.Token));
        Assert.Contains("that is solved. Xero is connected again.", talk.Words, StringComparison.Ordinal);
        Assert.Empty(talk.Turn(new DialogInput.FollowUpDue(second.Token)).Replies);
    }

    [Fact]
    public void News_that_comes_while_support_has_the_conversation_is_told_afterwards()
    {
        var talk = new Talk { Person = s_basic }.AccountIs(Reports.Disconnected()).Say("it won't send", Intent.SettlementNotSending);
        talk.Owner = TurnOwner.Queue;
        talk.AccountIs(Reports.Ready()).Turn(new DialogInput.CaseSolved(talk.State.Forwarded.Single().Id));
        Assert.Empty(talk.Replies);

        talk.Owner = TurnOwner.Bot;
        talk.Turn(new DialogInput.FollowUpDue(talk.Effect<DialogEffect.FollowUp>().Token));

        Assert.Contains("that is solved", talk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void News_that_can_never_be_looked_at_is_told_as_that()
    {
        var talk = new Talk { Person = s_basic }.AccountIs(Reports.Disconnected()).Say("it won't send", Intent.SettlementNotSending);
        talk.AccountIs(null).Turn(new DialogInput.CaseSolved(talk.State.Forwarded.Single().Id));
        for (var looks = 0; talk.Replies.Count == 0 && looks < 100; looks++)
        {
            talk.Turn(new DialogInput.FollowUpDue(talk.Effect<DialogEffect.FollowUp>().Token));
        }

        Assert.Contains("could not, so please have me check again", talk.Words, StringComparison.Ordinal);
        Assert.Empty(talk.Effects.OfType<DialogEffect.FollowUp>());
    }

    [Fact]
    public void Note_that_cannot_be_copied_by_the_client_is_explained()
    {
        var talk = new Talk { Person = s_basic }.AccountIs(Reports.Disconnected()).Say("it won't send", Intent.SettlementNotSending);

        talk.Press("copy-note", talk.One<Reply.ShowNote>().CardId, ("note", "Hello"));

        Assert.Contains("mark the text", talk.Words, StringComparison.Ordinal);
        Assert.Contains("Done", talk.Choices);
    }

    private static ForwardedProblem PassedOn()
    {
        var root = Reports.Disconnected().Diagnosis.Root;
        return new ForwardedProblem(new OpenProblem("settlement-will-not-send", 2, "connection", ProblemKey.Of(root), root), DiagnosisScope.Everything, "xero");
    }
}
