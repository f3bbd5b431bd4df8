using System.Text.Json;
using SupportBot.Cards.Actions;
using SupportBot.Cards.Elements;
using SupportBot.Knowledge.Articles;
using Xunit;
using DialogVerbs = SupportBot.Dialogs.Results.CardVerbs;

namespace SupportBot.UnitTests.Cards;

public sealed class CardPressTests
{
    [Fact]
    public void Every_button_of_a_card_can_be_read_back()
    {
        var buttons = SampleCards.All.Values
            .SelectMany(card => (card.Actions ?? []).Concat(card.Body.OfType<Container>().Select(container => container.SelectAction!)))
            .OfType<SubmitAction>()
            .ToList();

        Assert.Equal(8, buttons.Count);
        Assert.All(buttons, button =>
        {
            var press = Read(JsonSerializer.Serialize(button.Data, JsonSerializerOptions.Web));
            Assert.Equal((button.Data.Verb, button.Data.CardId), (press!.Verb, press.CardId));
        });
    }

    [Fact]
    public void Inputs_come_back_by_name_and_trimmed()
    {
        var press = Read("""{"verb":"send-ticket","cardId":"c-5","salesChannel":"  Shopify AU ","comment":"","settlementDate":"2026-03-11"}""");

        Assert.Equal("Shopify AU", press!.Values["salesChannel"]);
        Assert.Equal("", press.Values["comment"]);
        Assert.Equal("2026-03-11", press.Values["settlementDate"]);
        Assert.DoesNotContain("verb", press.Values.Keys);
    }

    [Fact]
    public void Numbers_and_truth_values_become_text_and_nested_values_are_left_out()
    {
        var press = Read("""{"verb":"pick-settlement","cardId":7,"settlementId":1001,"sure":true,"nested":{"a":1},"list":[1],"none":null}""");

        Assert.Equal("7", press!.CardId);
        Assert.Equal(["1001", "true"], press.Values.OrderBy(pair => pair.Key).Select(pair => pair.Value));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"send-ticket\"")]
    [InlineData("[1,2]")]
    [InlineData("{}")]
    [InlineData("""{"verb":"send-ticket"}""")]
    [InlineData("""{"cardId":"c-1"}""")]
    [InlineData("""{"verb":"","cardId":"c-1"}""")]
    [InlineData("""{"verb":"send-ticket","cardId":"  "}""")]
    [InlineData("""{"verb":{"a":1},"cardId":"c-1"}""")]
    [InlineData("""{"verb":"send-ticket","cardId":"c-1","comment":"\ud83d"}""")]
    [InlineData("""{"verb":"send-ticket","cardId":"c-1","\ud83d":"x"}""")]
    public void Nonsense_is_refused(string json) => Assert.Null(Read(json));

    [Theory]
    [InlineData(65, 3, 3)]
    [InlineData(3, 201, 3)]
    [InlineData(3, 3, 4001)]
    public void What_is_too_long_is_refused(int verb, int cardId, int comment)
    {
        Assert.Null(Read($$"""{"verb":"{{new string('v', verb)}}","cardId":"{{new string('c', cardId)}}","comment":"{{new string('x', comment)}}"}"""));
        Assert.NotNull(Read($$"""{"verb":"{{new string('v', Math.Min(verb, 64))}}","cardId":"{{new string('c', Math.Min(cardId, 200))}}","comment":"{{new string('x', Math.Min(comment, 4000))}}"}"""));
    }

    [Fact]
    public void Too_many_values_are_refused()
    {
        var values = string.Join(',', Enumerable.Range(0, 40).Select(number => $"\"v{number}\":1"));

        Assert.Null(Read($$"""{"verb":"send-ticket","cardId":"c-1",{{values}}}"""));
    }

    [Fact]
    public void The_names_that_cards_send_are_those_that_the_dialog_knows()
    {
        Assert.Equal(DialogVerbs.PickSettlement, CardVerbs.PickSettlement);
        Assert.Equal(DialogVerbs.SendTicket, CardVerbs.SendTicket);
        Assert.Equal(DialogVerbs.CancelTicket, CardVerbs.CancelTicket);
        Assert.Equal(
            TicketField.All.Order(),
            new[] { TicketFields.SalesChannel, TicketFields.Marketplace, TicketFields.SettlementDate, TicketFields.SettlementFrom, TicketFields.SettlementTo, TicketFields.ErrorText }.Order());
    }

    private static CardPress? Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return CardPress.Read(document.RootElement);
    }
}
