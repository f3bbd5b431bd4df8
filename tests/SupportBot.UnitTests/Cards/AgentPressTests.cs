using System.Text.Json;
using System.Text.Json.Nodes;
using SupportBot.Cards.Actions;
using SupportBot.Cards.Elements;
using SupportBot.Knowledge.Articles;
using Xunit;

namespace SupportBot.UnitTests.Cards;

public sealed class AgentPressTests
{
    [Fact]
    public void Every_verb_has_a_button_on_some_card() =>
        Assert.Equal(
            typeof(AgentVerbs).GetFields().Select(field => (string)field.GetValue(null)!).Order(),
            Buttons().Select(button => button.Verb).Distinct().Order());

    [Fact]
    public void Every_button_can_be_read_back_from_either_way_of_sending_it()
    {
        foreach (var button in Buttons())
        {
            var submit = Assert.IsType<SubmitAction>(button.Fallback);
            var executed = AgentPress.Read(button.Verb, Json(button.Data));
            var submitted = AgentPress.Read(Json(submit.Data));

            Assert.Equal((button.Title, button.AssociatedInputs), (submit.Title, submit.AssociatedInputs));
            Assert.Equal((button.Verb, "LMB-7K2Q", button.Data.StatusNumber), (executed!.Verb, executed.Ticket, executed.StatusNumber));
            Assert.Equal((executed.Verb, executed.Ticket, executed.StatusNumber), (submitted!.Verb, submitted.Ticket, submitted.StatusNumber));
        }
    }

    [Fact]
    public void What_an_agent_fills_in_comes_back_under_the_name_of_the_field()
    {
        Assert.Equal([("agent", "66666666-7777-8888-9999-000000000000")], FilledIn("Assign"));
        Assert.Equal([("until", "P7D")], FilledIn("Snooze"));
        Assert.Equal([("comment", "some words"), ("outcome", "duplicate")], FilledIn("Resolve"));
        Assert.Equal([("reason", "some words")], FilledIn("Reconnect channel"));
        Assert.Equal([("reason", "some words")], FilledIn("Rerun VAT reports"));
        Assert.Equal([("reason", "some words")], FilledIn("Reset settlement"));
    }

    [Fact]
    public void The_answer_to_a_question_names_the_message_it_was_about() =>
        Assert.All(
            SampleAgentCards.All["reopen-question"].AllActions().Cast<ExecuteAction>(),
            button => Assert.Equal("1774000000000", AgentPress.Read(button.Verb, Json(button.Data))!.Values[AgentFields.Message]));

    [Fact]
    public void An_empty_field_and_the_field_of_another_form_are_left_out()
    {
        var press = Read("resolve", """{"verb":"resolve","cardId":"T","ticket":"T","statusNumber":1,"outcome-resolve":"  ","reason-rerun-vat":"x","agent":"y"}""");

        Assert.Empty(press!.Values);
    }

    [Theory]
    [InlineData("claim", "null")]
    [InlineData("claim", "{}")]
    [InlineData("claim", """{"verb":"resolve","cardId":"T","ticket":"T","statusNumber":1}""")]
    [InlineData("delete", """{"verb":"delete","cardId":"T","ticket":"T","statusNumber":1}""")]
    [InlineData("claim", """{"verb":"claim","cardId":"T","ticket":"T"}""")]
    [InlineData("claim", """{"verb":"claim","cardId":"T","ticket":"T","statusNumber":-1}""")]
    [InlineData("claim", """{"verb":"claim","cardId":"T","ticket":"T","statusNumber":1.5}""")]
    [InlineData("claim", """{"verb":"claim","cardId":"T","ticket":"T","statusNumber":99999999999}""")]
    [InlineData("claim", """{"verb":"claim","cardId":"T","ticket":"U","statusNumber":1}""")]
    [InlineData("claim", """{"verb":"claim","cardId":"T","statusNumber":1}""")]
    [InlineData("claim", """{"verb":"claim","cardId":"T","ticket":"T","statusNumber":1,"message":"m"}""")]
    [InlineData("leave-it", """{"verb":"leave-it","cardId":"T","ticket":"T","statusNumber":1}""")]
    [InlineData("snooze", """{"verb":"snooze","cardId":"T","ticket":"T","statusNumber":1,"until-snooze":"P900D"}""")]
    [InlineData("resolve", """{"verb":"resolve","cardId":"T","ticket":"T","statusNumber":1,"outcome-resolve":"hopeless"}""")]
    public void What_no_card_can_send_is_refused(string verb, string json) => Assert.Null(Read(verb, json));

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public void A_reason_is_as_long_as_its_field_allows(int length, bool read)
    {
        var press = Read("rerun-vat", $$"""{"verb":"rerun-vat","cardId":"T","ticket":"T","statusNumber":1,"reason-rerun-vat":"{{new string('x', length)}}"}""");

        Assert.Equal(read, press is not null);
    }

    [Fact]
    public void Support_actions_are_named_as_the_articles_name_them() =>
        Assert.Equal(
            RequestedAction.All.Except([RequestedAction.None]),
            [AgentVerbs.ReconnectChannel, AgentVerbs.RerunVat, AgentVerbs.ResetSettlement]);

    private static IEnumerable<ExecuteAction> Buttons() => SampleAgentCards.All.Values.SelectMany(card => card.AllActions()).OfType<ExecuteAction>();

    /// <summary>As a client sends it: the inputs of the opened form beside the button's data.</summary>
    private static IEnumerable<(string Field, string Value)> FilledIn(string form)
    {
        var card = SampleAgentCards.All["agent-waiting"].AllActions().OfType<ShowCardAction>().Single(action => action.Title == form).Card;
        var button = Assert.IsType<ExecuteAction>(Assert.Single(card.Actions));
        var sent = JsonNode.Parse(Json(button.Data).GetRawText())!;
        foreach (var input in card.Body)
        {
            var (id, value) = input is ChoiceSetInput choices ? (choices.Id, choices.Choices[^1].Value) : (Assert.IsType<TextInput>(input).Id, " some words\n");
            sent[id] = value;
        }

        return Read(button.Verb, sent.ToJsonString())!.Values.Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Key);
    }

    private static JsonElement Json(SubmitData data) => JsonSerializer.SerializeToElement(data, JsonSerializerOptions.Web);

    private static AgentPress? Read(string verb, string json)
    {
        using var document = JsonDocument.Parse(json);
        return AgentPress.Read(verb, document.RootElement);
    }
}
