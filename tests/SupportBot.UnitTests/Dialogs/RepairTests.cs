using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Results;
using SupportBot.Language.Intents;
using Xunit;

namespace SupportBot.UnitTests.Dialogs;

public class RepairTests
{
    [Fact]
    public void Greeting_comes_once_and_by_first_name()
    {
        var talk = new Talk().Start();
        Assert.StartsWith("Hello Dana, I'm the Link My Books support assistant.", talk.Words, StringComparison.Ordinal);
        Assert.Equal(["My settlement won't send", "Is anything wrong with my account?", "Talk to a person"], talk.Choices);

        Assert.Empty(talk.Start().Replies);
        Assert.StartsWith("Hello again", talk.Say("hi", Intent.Greeting).Words, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_that_mean_explains_the_last_message_in_other_words()
    {
        var talk = new Talk().AccountIs(Reports.Disconnected()).Say("it won't send", Intent.SettlementNotSending);

        talk.Say("What does that mean?");
        Assert.Contains("pass that lets it write into Xero", talk.Words, StringComparison.Ordinal);
        Assert.Equal(["Done", "Talk to a person"], talk.Choices);

        talk.Say("sorry, what does this mean", Intent.Clarify);
        Assert.Contains("a person from our support team will gladly", talk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Question_in_between_is_answered_and_the_fix_goes_on()
    {
        var talk = new Talk().AccountIs(Reports.Disconnected()).Say("it won't send", Intent.SettlementNotSending);

        talk.Say("how do I change tax rates?", Intent.ChangeTaxRates);

        Assert.Contains("wizard", talk.One<Reply.ShowFix>().Title, StringComparison.Ordinal);
        Assert.Contains("We were at \"Reconnect Xero\".", talk.Words, StringComparison.Ordinal);
        Assert.Contains("Done", talk.Choices);

        talk.AccountIs(Reports.Ready()).Say("Done");
        Assert.Contains("that is solved", talk.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Intent.ChangeTaxRates, "Accounts & Taxes Wizard")]
    [InlineData(Intent.ShopifyAppWontOpen, "app.linkmybooks.com")]
    [InlineData(Intent.HistoricMappingLookup, "choose View")]
    public void Questions_that_need_no_look_are_answered_from_the_article(string intent, string words)
    {
        var talk = new Talk().Say("a question", intent);

        Assert.Empty(talk.Effects);
        Assert.Contains(talk.One<Reply.ShowFix>().Instructions, i => i.Contains(words, StringComparison.Ordinal));
        Assert.Contains("Did this answer your question?", talk.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Yes", true)]
    [InlineData("No", false)]
    public void Feedback_is_recorded_once_per_article(string answer, bool helpful)
    {
        var talk = new Talk().Say("change tax rates", Intent.ChangeTaxRates).Say(answer);
        Assert.Equal(helpful, talk.Effect<DialogEffect.RecordFeedback>().Helpful);

        talk.Say("how do I change tax rates again?", Intent.ChangeTaxRates);
        Assert.DoesNotContain("Did this answer", talk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_not_understood_twice_lead_to_a_person()
    {
        var talk = new Talk().Say("what is the weather");
        Assert.Contains("What I know about is settlements", talk.Words, StringComparison.Ordinal);

        talk.Say("blue elephants");
        Assert.Contains("A person from our support team can help", talk.Words, StringComparison.Ordinal);
        Assert.Equal("Talk to a person", talk.Choices[0]);
    }

    [Theory]
    [InlineData("start over")]
    [InlineData("Can we start again please?")]
    public void Start_over_forgets_the_problem(string words)
    {
        var talk = new Talk().AccountIs(Reports.Disconnected()).Say("it won't send", Intent.SettlementNotSending).Say(words, Intent.StartOver);

        Assert.Null(talk.State.Problem);
        Assert.Contains("My settlement won't send", talk.Choices);
    }

    [Fact]
    public void Cancel_leaves_everything_as_it_is()
    {
        var talk = new Talk().AccountIs(Reports.LinkDropped()).Say("it won't send", Intent.SettlementNotSending).Say("never mind");

        Assert.Contains("nothing was sent", talk.Words, StringComparison.Ordinal);
        Assert.Null(talk.State.Draft);
    }

    [Fact]
    public void Files_are_kept_for_support()
    {
        var talk = new Talk().AccountIs(Reports.Disconnected()).Say("it won't send", Intent.SettlementNotSending);

        talk.Turn(new DialogInput.FilesReceived(["error.png"]));

        Assert.Contains("I've kept error.png", talk.Words, StringComparison.Ordinal);
        Assert.Contains("Done", talk.Choices);
    }

    [Fact]
    public void Yes_and_no_mean_what_was_asked()
    {
        var talk = new Talk().AccountIs(Reports.Disconnected()).Say("it won't send", Intent.SettlementNotSending);

        talk.AccountIs(Reports.Ready()).Say("yes", Intent.Yes);
        Assert.Contains("that is solved", talk.Words, StringComparison.Ordinal);

        talk.Say("nope", Intent.No);
        Assert.Contains("I won't send it", talk.Words, StringComparison.Ordinal);

        talk.Say("nope", Intent.No);
        Assert.False(talk.Effect<DialogEffect.RecordFeedback>().Helpful);
    }

    [Theory]
    [InlineData("""{"schema":0,"step":"old"}""")]
    [InlineData("not json")]
    public void State_of_another_version_restarts_politely(string stored)
    {
        var talk = new Talk().StoredIs(stored).AccountIs(Reports.Disconnected()).Say("it won't send", Intent.SettlementNotSending);

        Assert.StartsWith("I have been updated since we last spoke", talk.Words, StringComparison.Ordinal);
        Assert.Equal("Reconnect Xero", talk.One<Reply.ShowFix>().Title);
        Assert.DoesNotContain("I have been updated", talk.Say("Done").Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Guide_that_changed_in_between_means_a_fresh_look()
    {
        var talk = new Talk().AccountIs(Reports.Disconnected()).Say("it won't send", Intent.SettlementNotSending);
        var state = talk.State;
        talk.StoredIs(DialogStateJson.Write(state with { Problem = state.Problem! with { ArticleVersion = 0 } }));

        talk.AccountIs(Reports.Ready()).Say("Done");

        Assert.StartsWith("The steps we were going through have been updated", talk.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("that is solved", talk.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I already reconnected it", true)]
    [InlineData("I have not reconnected it yet", false)]
    [InlineData("should it be reconnected?", false)]
    public void Steps_are_credited_only_when_the_person_says_they_did_them(string words, bool tried)
    {
        var talk = new Talk().AccountIs(Reports.Disconnected()).Say(words, Intent.SettlementNotSending).Say("Talk to a person");

        Assert.Equal(tried, talk.Effect<DialogEffect.OpenTicket>().Draft.TriedSteps.Contains("reconnected Xero"));
    }
}
