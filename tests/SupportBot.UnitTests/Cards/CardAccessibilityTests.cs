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
        var titles = (card.Actions ?? [])
            .Concat(card.Body.OfType<Container>().Select(container => container.SelectAction).OfType<CardAction>())
            .Select(action => action.Title)
            .ToList();

        Assert.All(titles, Assert.NotEmpty);
        Assert.Equal(titles.Distinct(), titles);
    }

    [Theory]
    [InlineData("ticket")]
    [InlineData("ticket-missing")]
    [InlineData("note")]
    public void Every_field_has_a_label_and_says_what_is_wrong_when_it_is_empty(string name)
    {
        var inputs = SampleCards.All[name].ToJson().GetProperty("body").EnumerateArray()
            .Where(element => element.GetProperty("type").GetString()!.StartsWith("Input.", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(inputs);
        Assert.All(inputs, input => Assert.NotEmpty(input.GetProperty("label").GetString()!));
        Assert.All(inputs, input => Assert.NotEmpty(input.GetProperty("errorMessage").GetString()!));
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

    private static IEnumerable<string> Required(string name) =>
        from input in SampleCards.All[name].ToJson().GetProperty("body").EnumerateArray()
        where input.TryGetProperty("isRequired", out var required) && required.ValueKind is JsonValueKind.True
        select input.GetProperty("id").GetString()!;
}
