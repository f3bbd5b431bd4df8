using System.Reflection;
using System.Xml;
using SupportBot.Cards.Actions;
using SupportBot.Cards.Elements;
using SupportBot.Escalation.Lifecycle;
using SupportBot.Turns.Desk;
using SupportBot.Turns.Support;
using SupportBot.UnitTests.Cards;
using Xunit;

namespace SupportBot.UnitTests.Escalation.Lifecycle;

/// <summary>Cards use nothing of ours, so they have their own names for what agents can do; this keeps them the product's.</summary>
public sealed class CardsAgreeTests
{
    [Fact]
    public void Cards_offer_the_outcomes_that_a_ticket_can_have() => Assert.Equal(TicketOutcome.All.Order(), Names(typeof(Outcomes)).Order());

    [Fact]
    public void Every_outcome_has_words_of_its_own()
    {
        var words = TicketOutcome.All.Select(TicketWords.Outcome).ToList();

        Assert.Equal(words.Distinct(), words);
        Assert.Empty(words.Intersect(TicketOutcome.All));
    }

    [Fact]
    public void Every_verb_of_a_card_is_known_to_the_desk_or_is_a_support_action()
    {
        var known = Names(typeof(AgentVerb)).Concat(SupportActions.Known).Except([AgentVerb.Answer, AgentVerb.AnswerAnyway]);

        Assert.Equal(known.Order(), Names(typeof(AgentVerbs)).Except([AgentVerbs.SendAnyway, AgentVerbs.LeaveIt]).Order());
    }

    [Fact]
    public void Every_time_to_put_off_until_is_a_duration_or_the_next_opening()
    {
        var choices = SampleAgentCards.All["agent-waiting"].Elements().OfType<ChoiceSetInput>()
            .Single(input => input.Id == AgentFields.InputId(AgentFields.Until, AgentVerbs.Snooze)).Choices;
        var times = choices.Select(choice => choice.Value).Except([SnoozeTimes.NextOpening]).ToList();

        Assert.NotEmpty(times);
        Assert.All(times, time => Assert.True(XmlConvert.ToTimeSpan(time) > TimeSpan.Zero));
    }

    private static IEnumerable<string> Names(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);
}
