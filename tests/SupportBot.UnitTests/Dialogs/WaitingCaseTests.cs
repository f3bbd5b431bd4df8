using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Results;
using SupportBot.Language.Intents;
using Xunit;

namespace SupportBot.UnitTests.Dialogs;

/// <summary>While support has the case: what is promised, when the bot may come back, and when it keeps quiet.</summary>
public sealed class WaitingCaseTests
{
    private static readonly DialogPerson InLondon = new("bright-kettle", "Bright Kettle Ltd", "dana", "Dana Whitfield", "owner", "en-GB", "Europe/London");

    [Fact]
    public void Receipt_says_on_which_day_the_team_is_back_in_the_sellers_own_time()
    {
        var talk = new Talk { Person = InLondon, Support = SupportHours.AwayUntil(new DateTime(2026, 3, 30, 8, 0, 0, DateTimeKind.Utc)) };

        talk.Say("a person please", Intent.ContactHuman);

        const string When = "Our team is back on Monday, 30 March at 09:00 (your time); your case waits until then.";
        var receipt = talk.One<Reply.ShowReceipt>();
        Assert.Contains(When, receipt.Next, StringComparison.Ordinal);
        Assert.Contains(When, receipt.Brief, StringComparison.Ordinal);
        Assert.Contains(When, receipt.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US", "America/New_York", "Monday, March 30 at 4:00\u202fAM (your time)")]
    [InlineData("de-DE", "Europe/Berlin", "Monday, 30.03.2026 at 10:00 (your time)")]
    [InlineData("en-GB", null, "Monday, 30 March at 08:00 UTC;")]
    [InlineData("en-GB", "Pacific/Kiritimati", "Monday, 30 March at 22:00 (your time)")]
    public void Day_is_written_as_the_seller_writes_it(string locale, string? timeZone, string words)
    {
        var talk = new Talk
        {
            Person = InLondon with { Locale = locale, TimeZone = timeZone },
            Support = SupportHours.AwayUntil(new DateTime(2026, 3, 30, 8, 0, 0, DateTimeKind.Utc)),
        };

        talk.Say("a person please", Intent.ContactHuman);

        Assert.Contains(words, talk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void While_the_team_is_at_work_no_day_is_named()
    {
        var talk = Waiting();
        talk.Support = SupportHours.Open;

        talk.Say("it is the second settlement");

        Assert.Contains("Our team is at work, and somebody will answer you here.", talk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_known_hours_no_time_is_promised() =>
        Assert.Contains("as soon as they can", Waiting().Say("it is the second settlement").Words, StringComparison.Ordinal);

    [Theory]
    [InlineData("can I have the bot back?")]
    [InlineData("Carry on with the assistant")]
    public void Whoever_asks_for_the_bot_too_early_is_told_when_somebody_answers(string words)
    {
        var talk = Waiting();

        talk.Say(words);

        Assert.Contains("as soon as they can", talk.Words, StringComparison.Ordinal);
        Assert.Equal($"The seller added: {words}", talk.Effect<DialogEffect.NoteOnTicket>().Note);
    }

    [Theory]
    [InlineData("can I have the bot back?")]
    [InlineData("Carry on with the assistant")]
    [InlineData("let me talk to the bot then")]
    public void Once_nobody_answered_in_time_the_bot_is_to_be_had_and_the_case_keeps_its_place(string words)
    {
        var talk = Waiting();
        talk.Turn(new DialogInput.NobodyAnswered("LMB-1", null));
        Assert.Equal(["Carry on with the assistant"], talk.Choices);
        talk.Say("hello?", Intent.Greeting);
        Assert.Equal(["Carry on with the assistant"], talk.Choices);

        talk.Say(words);

        talk.Effect<DialogEffect.LeaveQueue>();
        Assert.Contains("LMB-1 keeps its place", talk.Words, StringComparison.Ordinal);
        Assert.Null(talk.State.BotOffered);
    }

    [Theory]
    [InlineData("I don't want the bot back")]
    [InlineData("no, not the assistant again")]
    public void Whoever_refuses_the_bot_keeps_waiting(string words)
    {
        var talk = Waiting();
        talk.Turn(new DialogInput.NobodyAnswered("LMB-1", null));

        talk.Say(words);

        talk.Effect<DialogEffect.NoteOnTicket>();
    }

    [Fact]
    public void A_silent_agent_is_named_and_the_bot_is_to_be_had()
    {
        var talk = Held();

        talk.Turn(new DialogInput.NobodyAnswered("LMB-1", "Priya Sharma"));

        Assert.Contains("Priya hasn't been able to answer", talk.Words, StringComparison.Ordinal);
        talk.Say("Carry on with the assistant");
        talk.Effect<DialogEffect.LeaveQueue>();
    }

    [Theory]
    [InlineData(CaseStep.Answered)]
    [InlineData(CaseStep.Taken)]
    [InlineData(CaseStep.TakenByAnswer)]
    public void Once_somebody_of_the_team_is_there_the_bot_is_no_longer_to_be_had(CaseStep step)
    {
        var talk = Held();
        talk.Turn(new DialogInput.NobodyAnswered("LMB-1", "Priya Sharma"));
        talk.Turn(new DialogInput.CaseMoved(step, "LMB-1", "Priya"));

        talk.Say("can I have the bot back?");

        Assert.Empty(talk.Replies);
        talk.Effect<DialogEffect.NoteOnTicket>();
    }

    [Fact]
    public void While_a_person_has_it_the_bot_is_silent_and_all_goes_to_the_thread()
    {
        var talk = Held();

        Assert.Empty(talk.Say("thank you", Intent.ThanksBye).Replies);
        Assert.Equal("The seller added: thank you", talk.Effect<DialogEffect.NoteOnTicket>().Note);
        Assert.Empty(talk.Say("my settlement won't send", Intent.SettlementNotSending).Replies);
        Assert.Empty(talk.Press(CardVerbs.SendTicket, "card-1").Replies);
        Assert.Equal("The seller pressed a button of an older card.", talk.Effect<DialogEffect.NoteOnTicket>().Note);
        Assert.Empty(talk.Turn(new DialogInput.FilesReceived(["screenshot.png"])).Replies);
        talk.Effect<DialogEffect.NoteOnTicket>();
    }

    [Fact]
    public void Transcript_is_to_be_had_at_any_time()
    {
        new Talk().Say("send me the transcript").One<Reply.ShowTranscript>();
        Waiting().Say("can I get a copy of this chat?").One<Reply.ShowTranscript>();
        Held().Say("Give me the transcript").One<Reply.ShowTranscript>();
    }

    [Fact]
    public void A_person_who_is_asked_for_again_goes_on_with_the_same_case()
    {
        var talk = Waiting();
        talk.Turn(new DialogInput.NobodyAnswered("LMB-1", null));
        talk.Say("Carry on with the assistant");
        (talk.Owner, talk.Resumed) = (TurnOwner.Bot, new DialogInput.TicketResumed("LMB-1", null));

        talk.Say("a person please", Intent.ContactHuman);

        Assert.Contains("Your case LMB-1 is still with our team", talk.Words, StringComparison.Ordinal);
        Assert.Empty(talk.Replies.OfType<Reply.ShowReceipt>());
    }

    [Theory]
    [InlineData("thank you!", Intent.ThanksBye, false)]
    [InlineData("yes", Intent.Yes, false)]
    [InlineData("it still won't send", Intent.StillBroken, true)]
    [InlineData("the number is 4711", Intent.OutOfScope, true)]
    public void A_word_of_thanks_calls_nobody_back_sooner(string words, string intent, bool wakes) =>
        Assert.Equal(wakes, Waiting().Say(words, intent).Effect<DialogEffect.NoteOnTicket>().Wakes);

    private static Talk Waiting()
    {
        var talk = new Talk();
        talk.Say("a person please", Intent.ContactHuman);
        talk.Owner = TurnOwner.Queue;
        return talk;
    }

    private static Talk Held()
    {
        var talk = Waiting();
        talk.Turn(new DialogInput.CaseMoved(CaseStep.Taken, "LMB-1", "Priya"));
        talk.Owner = TurnOwner.Agent;
        return talk;
    }
}
