using System.Text.Json;
using SupportBot.Cards.Actions;
using SupportBot.Cards.Elements;
using SupportBot.Cards.Facts;
using SupportBot.Cards.Seller;
using Xunit;

namespace SupportBot.UnitTests.Cards;

public sealed class CardAccessibilityTests
{
    [Theory]
    [MemberData(nameof(SampleCards.Names), MemberType = typeof(SampleCards))]
    public void Every_card_can_be_read_without_being_seen(string name)
    {
        var card = SampleCards.All[name];

        Assert.NotEmpty(card.FallbackText);
        Assert.NotEmpty(card.Speak);
        Assert.Equal("en", card.Lang);
    }

    [Theory]
    [MemberData(nameof(SampleCards.Names), MemberType = typeof(SampleCards))]
    public void Every_button_has_a_name_of_its_own(string name)
    {
        var card = SampleCards.All[name];
        var titles = card.AllActions()
            .Concat(card.Body.OfType<Container>().Select(container => container.SelectAction).OfType<CardAction>())
            .Select(action => action.Title)
            .ToList();

        Assert.All(titles, Assert.NotEmpty);
        Assert.Equal(titles.Distinct(), titles);
    }

    [Theory]
    [InlineData("ticket", 7)]
    [InlineData("ticket-missing", 6)]
    [InlineData("note", 1)]
    [InlineData("agent-waiting", 7)]
    public void Every_field_has_a_label_and_says_what_is_wrong_when_it_is_empty(string name, int count)
    {
        var inputs = Inputs(name).ToList();

        Assert.Equal(count, inputs.Count);
        Assert.Equal(count, inputs.Select(input => input.GetProperty("id").GetString()).Distinct().Count());
        Assert.All(inputs, input => Assert.NotEmpty(input.GetProperty("label").GetString()!));
        Assert.All(inputs.Where(input => !name.StartsWith("agent", StringComparison.Ordinal) || IsRequired(input)), input => Assert.NotEmpty(input.GetProperty("errorMessage").GetString()!));
    }

    [Fact]
    public void An_agent_need_not_comment_on_the_end_of_a_ticket_but_must_choose_and_give_reasons() =>
        Assert.Equal(
            ["agent-assign", "until-snooze", "outcome-resolve", "reason-reconnect-channel", "reason-reset-settlement", "reason-rerun-vat"],
            Required("agent-waiting"));

    [Theory]
    [MemberData(nameof(SampleCards.Names), MemberType = typeof(SampleCards))]
    public void What_is_folded_can_be_unfolded(string name)
    {
        var card = SampleCards.All[name];

        Assert.Equal(
            card.Body.OfType<Container>().Where(container => container.IsVisible == false).Select(container => container.Id),
            card.AllActions().OfType<ToggleVisibilityAction>().SelectMany(action => action.TargetElements));
    }

    [Fact]
    public void Only_what_is_missing_is_required()
    {
        Assert.Empty(Required("ticket"));
        Assert.Equal([TicketFields.SalesChannel, TicketFields.SettlementDate, TicketFields.Comment], Required("ticket-missing"));
    }

    [Fact]
    public void Not_now_works_with_empty_required_fields()
    {
        var cancel = Assert.IsType<SubmitAction>(SampleCards.All["ticket-missing"].Actions![1]);

        Assert.Equal("none", cancel.AssociatedInputs);
    }

    [Theory]
    [InlineData(CheckState.Passed, "✓", "Passed: Bank account", "Passed: Bank account")]
    [InlineData(CheckState.Failed, "✗", "Bank account failed", "Bank account: failed")]
    [InlineData(CheckState.CouldNotCheck, "?", "Bank account could not check", "Bank account: could not check")]
    public void A_check_s_outcome_is_a_sign_and_a_word_not_only_a_colour(CheckState state, string sign, string shown, string said)
    {
        var card = DiagnosisCard.Create(new DiagnosisFacts
        {
            Headline = "Headline",
            Evidence = [],
            Checks = [new CheckLine("Bank account", state, "Reason.")],
            CheckedAt = "today",
        });

        var line = Assert.Single(card.Body.OfType<ColumnSet>());
        Assert.Equal(sign, Words(line.Columns[0]));
        Assert.StartsWith(shown, Words(line.Columns[1]), StringComparison.Ordinal);
        Assert.Contains(said, card.FallbackText, StringComparison.Ordinal);
    }

    private static string Words(Column column) =>
        string.Concat(column.Items.OfType<RichTextBlock>().SelectMany(block => block.Inlines).Select(run => run.Text));

    private static IEnumerable<string> Required(string name) => Inputs(name).Where(IsRequired).Select(input => input.GetProperty("id").GetString()!);

    private static bool IsRequired(JsonElement input) => input.TryGetProperty("isRequired", out var required) && required.ValueKind is JsonValueKind.True;

    private static IEnumerable<JsonElement> Inputs(string name) =>
        SampleCards.All[name].Elements()
            .Select(element => JsonSerializer.SerializeToElement(element, JsonSerializerOptions.Web))
            .Where(element => element.GetProperty("type").GetString()!.StartsWith("Input.", StringComparison.Ordinal));
}
