using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Results;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Language.Intents;
using Xunit;

namespace SupportBot.UnitTests.Dialogs;

public class ReminderTests
{
    [Fact]
    public void Seller_who_has_to_wait_is_offered_to_be_told()
    {
        var talk = Waiting();

        Assert.Contains("Tell me when it changes", talk.Choices);
        Assert.Contains("the end of 7 Apr 2026", talk.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tell me when it changes")]
    [InlineData("let me know when it's ready please")]
    [InlineData("can you notify me?")]
    public void Promise_is_given_once_with_a_look_in_the_near_future(string words)
    {
        var talk = Waiting().Say(words);

        Assert.Contains("If nothing has happened by the end of 7 Apr 2026", talk.Words, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(20), talk.Effect<DialogEffect.FollowUp>().After);
        Assert.Contains("Don't tell me", talk.Choices);

        talk.Say(words);

        Assert.Contains("already looking out", talk.Words, StringComparison.Ordinal);
        Assert.Empty(talk.Effects);
        Assert.Single(talk.State.Reminders);
    }

    [Fact]
    public void Look_that_finds_no_change_says_nothing_and_looks_again_later()
    {
        var talk = Waiting().Say("Tell me when it changes");

        Due(talk);

        Assert.Empty(talk.Replies);
        Assert.Equal(TimeSpan.FromSeconds(40), talk.Effects.OfType<DialogEffect.FollowUp>().Single().After);
    }

    [Fact]
    public void Change_is_told_once()
    {
        var talk = Waiting().Say("Tell me when it changes").AccountIs(Reports.Ready());
        var token = talk.Effect<DialogEffect.FollowUp>().Token;

        Due(talk);

        Assert.Contains("You asked me to tell you when this changes, and it has.", talk.Words, StringComparison.Ordinal);
        Assert.NotEmpty(talk.One<Reply.ShowFix>().Instructions);
        Assert.Empty(talk.State.Reminders);

        talk.Turn(new DialogInput.FollowUpDue(token));

        Assert.Empty(talk.Replies);
        Assert.Empty(talk.Effects);
    }

    [Fact]
    public void Check_that_cannot_run_is_no_change()
    {
        var talk = Waiting().Say("Tell me when it changes")
            .AccountIs(Reports.CouldNotCheck().With(CheckName.SettlementStatus, CheckOutcome.Unknown));

        Due(talk);

        Assert.Empty(talk.Replies);
        Assert.Single(talk.State.Reminders);
    }

    [Fact]
    public void Account_that_cannot_be_looked_at_is_looked_at_again_later_in_silence()
    {
        var talk = Waiting().Say("Tell me when it changes").AccountIs(null);

        Due(talk);

        Assert.Empty(talk.Replies);
        Assert.Single(talk.State.Reminders);
    }

    [Fact]
    public void Time_that_is_over_is_told_too()
    {
        var talk = Waiting(until: Reports.Now.AddMinutes(-1)).Say("Tell me when it changes");

        Due(talk);

        Assert.Contains("The time for it is over", talk.Words, StringComparison.Ordinal);
        Assert.Empty(talk.State.Reminders);
    }

    [Fact]
    public void Last_look_without_a_known_end_is_told_too()
    {
        var talk = new Talk().AccountIs(WithoutEnd()).Say("my settlement won't send", Intent.SettlementNotSending).Say("Tell me when it changes");

        LookToTheLast(talk);

        Assert.Contains("The time for it is over", talk.Words, StringComparison.Ordinal);
        Assert.Empty(talk.State.Reminders);
    }

    [Fact]
    public void Last_look_that_cannot_be_made_does_not_say_that_it_is_still_the_same()
    {
        var talk = new Talk().AccountIs(WithoutEnd()).Say("my settlement won't send", Intent.SettlementNotSending).Say("Tell me when it changes").AccountIs(null);

        LookToTheLast(talk);

        Assert.Contains("I could not see how it stands", talk.Words, StringComparison.Ordinal);
        Assert.Contains("Check again", talk.Choices);
        Assert.DoesNotContain("Don't tell me", talk.Choices);
        Assert.Empty(talk.State.Reminders);
    }

    [Fact]
    public void Time_that_is_over_while_the_check_cannot_run_is_not_said_to_be_the_same()
    {
        var talk = Waiting(until: Reports.Now.AddMinutes(-1)).Say("Tell me when it changes")
            .AccountIs(Reports.CouldNotCheck().With(CheckName.SettlementStatus, CheckOutcome.Unknown));

        Due(talk);

        Assert.Contains("I could not see how it stands", talk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Seller_can_call_it_off()
    {
        var talk = Waiting().Say("Tell me when it changes");
        var token = talk.Effect<DialogEffect.FollowUp>().Token;

        talk.Say("no, don't tell me", Intent.No).AccountIs(Reports.Ready()).Turn(new DialogInput.FollowUpDue(token));

        Assert.Empty(talk.Replies);
        Assert.Empty(talk.State.Reminders);
    }

    [Fact]
    public void Starting_over_keeps_the_promise()
    {
        var talk = Waiting().Say("Tell me when it changes").Say("start over", Intent.StartOver);

        Assert.Single(talk.State.Reminders);
    }

    [Fact]
    public void News_does_not_take_away_the_fix_that_the_seller_is_at()
    {
        var talk = Waiting().Say("Tell me when it changes");
        talk.AccountIs(Reports.Disconnected()).Say("it won't send", Intent.StartOver).Say("it won't send", Intent.SettlementNotSending);
        Assert.Equal("Reconnect Xero", talk.One<Reply.ShowFix>().Title);

        Due(talk);

        Assert.Contains("and it has", talk.Words, StringComparison.Ordinal);
        Assert.Empty(talk.Replies.OfType<Reply.ShowFix>());
        Assert.Contains("Done", talk.Choices);
    }

    [Fact]
    public void Bot_is_silent_while_a_person_owns_the_conversation_and_goes_on_looking()
    {
        var talk = Waiting().Say("Tell me when it changes");
        talk.Owner = TurnOwner.Queue;

        Due(talk);

        Assert.Empty(talk.Replies);
        Assert.Single(talk.State.Reminders);
    }

    [Fact]
    public void Looks_are_bounded_and_one_of_them_comes_just_after_the_end_of_the_wait()
    {
        var problem = new OpenProblem("awaiting-vat", 1, "awaiting-vat", "awaiting-vat|S-1", Reports.AwaitingVat().Diagnosis.Root);
        var now = Reports.Now;
        var until = now.AddDays(30);
        var reminder = new Reminder("r", problem, DiagnosisScope.Everything, until);
        var looks = new List<DateTime>();
        while (reminder.NextLook(now) is { } after)
        {
            Assert.True(after > TimeSpan.Zero);
            now += after;
            looks.Add(now);
            reminder = reminder with { Looks = reminder.Looks + 1 };
        }

        Assert.Equal(24, looks.Count);
        Assert.Equal(until.AddSeconds(2), looks[^1]);
    }

    private static Talk Waiting(DateTime? until = null)
    {
        var report = Reports.AwaitingVat();
        if (until is { } early)
        {
            var root = report.Diagnosis.Root with { WaitUntil = early };
            report = report with { Diagnosis = report.Diagnosis with { Findings = [root] } };
        }

        return new Talk().AccountIs(report).Say("my settlement won't send", Intent.SettlementNotSending);
    }

    private static AccountReport WithoutEnd()
    {
        var report = Reports.AwaitingVat();
        return report with { Diagnosis = report.Diagnosis with { Findings = [report.Diagnosis.Root with { WaitUntil = null }] } };
    }

    private static void LookToTheLast(Talk talk)
    {
        for (var look = 1; look < 24; look++)
        {
            Due(talk);
            Assert.Empty(talk.Replies);
        }

        Due(talk);
    }

    private static void Due(Talk talk) => talk.Turn(new DialogInput.FollowUpDue(talk.State.Reminders[0].Token));
}
