using System.Text;
using System.Text.Json;
using SupportBot.Cards;
using SupportBot.Cards.Actions;
using SupportBot.Cards.Agents;
using SupportBot.Cards.Elements;
using SupportBot.Cards.Facts;
using Xunit;

namespace SupportBot.UnitTests.Cards;

public sealed class AgentCardTests
{
    private const int WellUnderTheLimitOfTeams = 24 * 1024;

    private static readonly string[] SupportActions = ["Reconnect channel", "Rerun VAT reports", "Reset settlement"];

    public static TheoryData<string> Scripts => new() { "settlement ", "تسوية ", "清算单", "👩‍👩‍👧‍👦 ", "<&\"'>", "é" };

    [Theory]
    [InlineData(TicketStanding.Waiting, "Claim, Assign, Snooze, Resolve, Return to the bot")]
    [InlineData(TicketStanding.Claimed, "Resolve, Assign, Snooze, Return to the bot")]
    [InlineData(TicketStanding.Snoozed, "Claim, Assign, Snooze, Resolve")]
    [InlineData(TicketStanding.Resolved, "Reopen")]
    [InlineData(TicketStanding.Returned, "Take it back, Resolve")]
    public void An_agent_is_offered_what_fits_the_ticket_as_it_stands(TicketStanding standing, string titles)
    {
        var card = AgentTicketCard.Create(SampleAgentCards.Waiting with { Standing = standing });

        Assert.Equal(titles, string.Join(", ", Lifecycle(card)));
    }

    [Fact]
    public void A_claimed_ticket_can_be_taken_over_only_when_its_owner_is_silent()
    {
        Assert.DoesNotContain("Take it over", Lifecycle(SampleAgentCards.All["agent-claimed"]));
        Assert.Contains("Take it over", Lifecycle(SampleAgentCards.All["agent-silent"]));
    }

    [Theory]
    [InlineData(TicketStanding.Waiting, 3)]
    [InlineData(TicketStanding.Claimed, 3)]
    [InlineData(TicketStanding.Snoozed, 3)]
    [InlineData(TicketStanding.Returned, 3)]
    [InlineData(TicketStanding.Resolved, 0)]
    public void Support_actions_are_there_until_the_ticket_is_resolved(TicketStanding standing, int count)
    {
        var card = AgentTicketCard.Create(SampleAgentCards.Waiting with { Standing = standing });

        Assert.Equal(count, Buttons(card).Intersect(SupportActions).Count());
    }

    [Fact]
    public void The_requested_action_comes_first_and_an_unknown_one_not_at_all()
    {
        var card = AgentTicketCard.Create(SampleAgentCards.Waiting with { SupportActions = ["rerun-vat", "delete-seller", "reconnect-channel", "rerun-vat"] });

        Assert.Equal(["Rerun VAT reports", "Reconnect channel"], Buttons(card).Intersect(SupportActions));
    }

    [Fact]
    public void Nobody_is_offered_to_assign_where_there_is_nobody_else() =>
        Assert.DoesNotContain("Assign", Lifecycle(AgentTicketCard.Create(SampleAgentCards.Waiting with { Agents = [] })));

    [Theory]
    [InlineData("agent-waiting")]
    [InlineData("agent-silent")]
    public void No_row_holds_more_buttons_than_a_phone_shows(string name)
    {
        var rows = SampleCards.All[name].Body.OfType<ActionSet>().Select(row => row.Actions.Sum(action => action.Title.Length + 4));

        Assert.Null(SampleCards.All[name].Actions);
        Assert.All(rows, length => Assert.InRange(length, 1, 42));
    }

    [Fact]
    public void What_an_agent_needs_at_a_glance_is_not_folded()
    {
        var shown = Words(SampleAgentCards.All["agent-waiting"].Body.Where(element => element is not Container { IsVisible: false }));

        foreach (var words in new[] { "LMB-7K2Q", "The sales channel's link dropped", "Waiting for someone to take it", "Whitfield Home Ltd", "Shopify AU", "S-77", "Reconnect channel", "still Ready" })
        {
            Assert.Contains(words, shown, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(2, 1, "Checks: 2 failed, 1 could not be made")]
    [InlineData(1, 0, "Checks: 1 failed")]
    [InlineData(0, 1, "Checks: 1 could not be made")]
    [InlineData(0, 0, "Checks: all passed")]
    public void A_folded_list_of_checks_says_how_they_ended(int failed, int unknown, string title)
    {
        var card = AgentTicketCard.Create(SampleAgentCards.Waiting with
        {
            Checks =
            [
                new CheckLine("Mappings", CheckState.Passed, "Fine."),
                .. Enumerable.Repeat(new CheckLine("Bank account", CheckState.Failed, "Missing."), failed),
                .. Enumerable.Repeat(new CheckLine("Connection", CheckState.CouldNotCheck, "No answer."), unknown),
            ],
        });

        Assert.Contains(title, card.AllActions().Titles());
    }

    [Fact]
    public void The_newest_messages_are_shown_and_how_many_came_before()
    {
        var card = AgentTicketCard.Create(SampleAgentCards.Waiting with { LastLines = [.. Enumerable.Range(1, 30).Select(number => new SaidLine("Dana", $"message {number}"))] });

        var shown = Words(card.Body.OfType<Container>().Where(container => container.Id == "messages"));
        Assert.Contains("22 earlier", shown, StringComparison.Ordinal);
        Assert.Contains("message 30", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("message 22\n", shown, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void The_longest_ticket_in_any_script_can_be_sent_in_one_message(string words)
    {
        var book = string.Concat(Enumerable.Repeat(words, 400));
        foreach (var standing in Enum.GetValues<TicketStanding>())
        {
            var card = AgentTicketCard.Create(SampleAgentCards.Long(standing, book));

            Assert.InRange(Size(card), 1, WellUnderTheLimitOfTeams);
        }
    }

    [Fact]
    public void What_is_left_out_of_a_long_ticket_is_counted()
    {
        var all = SampleAgentCards.Long(TicketStanding.Waiting, "words");

        Assert.Contains("and 10 more", Shown(SampleAgentCards.Waiting with { Seller = all.Seller }), StringComparison.Ordinal);
        Assert.Contains("and 10 more", Shown(SampleAgentCards.Waiting with { Settlement = all.Settlement }), StringComparison.Ordinal);
        Assert.Contains("and 32 more", Shown(SampleAgentCards.Waiting with { Evidence = all.Evidence }), StringComparison.Ordinal);
        Assert.Contains("and 12 more", Shown(SampleAgentCards.Waiting with { Checks = all.Checks }), StringComparison.Ordinal);
        Assert.Contains("and 22 more", Shown(SampleAgentCards.Waiting with { Tried = all.Tried }), StringComparison.Ordinal);
        Assert.Contains("492 earlier", Shown(SampleAgentCards.Waiting with { LastLines = all.LastLines }), StringComparison.Ordinal);

        static string Shown(TicketFacts facts) => Words(AgentTicketCard.Create(facts).Body);
    }

    [Fact]
    public void A_list_of_agents_too_long_to_choose_from_says_so()
    {
        var card = AgentTicketCard.Create(SampleAgentCards.Waiting with { Agents = SampleAgentCards.Long(TicketStanding.Waiting, "Anna").Agents });

        var agents = Assert.Single(card.Elements().OfType<ChoiceSetInput>(), input => input.Id == "agent-assign");
        Assert.Equal((21, "Who takes it? (20 of 80 are listed; whoever is not chooses Myself)"), (agents.Choices.Count, agents.Label));
        Assert.Equal(new Choice("Myself", AgentFields.Myself), agents.Choices[0]);
    }

    private static IEnumerable<string> Lifecycle(AdaptiveCard card) => Buttons(card).Except(SupportActions);

    /// <summary>Those that are seen at once and do something.</summary>
    private static IEnumerable<string> Buttons(AdaptiveCard card) =>
        card.Body.OfType<ActionSet>().SelectMany(row => row.Actions).Where(action => action is ExecuteAction or ShowCardAction).Titles();

    private static int Size(AdaptiveCard card) => Encoding.UTF8.GetByteCount(JsonSerializer.Serialize(card.ToJson()));

    private static string Words(IEnumerable<CardElement> elements) => string.Join('\n', elements.SelectMany(Runs));

    private static IEnumerable<string> Runs(CardElement element) => element switch
    {
        TextBlock block => [block.Text],
        RichTextBlock block => [string.Concat(block.Inlines.Select(run => run.Text))],
        Container container => container.Items.SelectMany(Runs),
        ColumnSet set => set.Columns.SelectMany(column => column.Items).SelectMany(Runs),
        _ => [],
    };
}
