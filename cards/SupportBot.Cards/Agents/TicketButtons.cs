using System.Diagnostics;
using System.Globalization;
using SupportBot.Cards.Actions;
using SupportBot.Cards.Elements;

namespace SupportBot.Cards.Agents;

/// <summary>
/// What an agent can do with a ticket as it stands. The rows are short and stand in the body, because Teams on a phone hides what
/// does not fit into a row (microsoft/AdaptiveCards#4758).
/// </summary>
internal sealed class TicketButtons(TicketFacts facts, CardDepth depth)
{
    private const int MostInARow = 3;

    private readonly AgentButtons _buttons = new(facts.Reference, facts.StatusNumber);

    public IEnumerable<CardElement> Rows()
    {
        // Each has a row of its own: its form unfolds right under it.
        var support = Support().Select(action => new ActionSet { Actions = [action] }).ToList();
        if (support.Count > 0)
        {
            yield return TextBlock.Subheading("Support actions");
        }

        foreach (var row in support)
        {
            yield return row;
        }

        yield return TextBlock.Subheading("This ticket");
        foreach (var row in Lifecycle().Chunk(MostInARow))
        {
            yield return new ActionSet { Actions = row };
        }
    }

    private IEnumerable<CardAction> Lifecycle() => facts.Standing switch
    {
        TicketStanding.Waiting => [Claim("Claim"), .. Assign(), Snooze(), Resolve(), Return()],
        TicketStanding.Claimed => [.. TakeOver(), Resolve(), .. Assign(), Snooze(), Return()],
        TicketStanding.Snoozed => [Claim("Claim"), Resolve()],
        TicketStanding.Resolved => [_buttons.Press(AgentVerbs.Reopen, "Reopen")],
        TicketStanding.Returned => [Claim("Take it back"), Resolve()],
        _ => throw new UnreachableException(),
    };

    private IEnumerable<CardAction> Support() => facts.Standing is TicketStanding.Resolved ? [] : facts.SupportActions.Distinct().SelectMany(Support);

    private IEnumerable<CardAction> Support(string action) => action switch
    {
        AgentVerbs.ReconnectChannel => [WithReason(action, "Reconnect channel", "Reconnect it now")],
        AgentVerbs.RerunVat => [WithReason(action, "Rerun VAT reports", "Rerun them now")],
        AgentVerbs.ResetSettlement => [WithReason(action, "Reset settlement", "Reset it now")],
        _ => [],
    };

    private ExecuteAction Claim(string title) => _buttons.Press(AgentVerbs.Claim, title, "positive");

    private IEnumerable<CardAction> TakeOver() => facts.MayBeTakenOver ? [Claim("Take it over")] : [];

    private ExecuteAction Return() => _buttons.Press(AgentVerbs.Return, "Return to the bot");

    private IEnumerable<CardAction> Assign()
    {
        var shown = facts.Agents.Take(depth.Agents).Select(agent => new Choice(depth.Label(agent.Name), agent.Id)).ToList();
        if (shown.Count == 0)
        {
            return [];
        }

        var count = shown.Count == facts.Agents.Count ? "" : string.Create(CultureInfo.InvariantCulture, $" ({shown.Count} of {facts.Agents.Count} are listed)");
        return
        [
            _buttons.Ask(
                AgentVerbs.Assign,
                "Assign",
                "Give it to them",
                Choose(AgentFields.Agent, AgentVerbs.Assign, $"Who takes it?{count}", shown, "Choose an agent.")),
        ];
    }

    private ShowCardAction Snooze() => _buttons.Ask(
        AgentVerbs.Snooze,
        "Snooze",
        "Snooze it",
        Choose(AgentFields.Until, AgentVerbs.Snooze, "For how long?", SnoozeTimes.All, "Choose for how long."));

    private ShowCardAction Resolve() => _buttons.Ask(
        AgentVerbs.Resolve,
        "Resolve",
        "Resolve it",
        Choose(AgentFields.Outcome, AgentVerbs.Resolve, "How did it end?", Outcomes.All, "Choose how it ended."),
        Write(AgentFields.Comment, AgentVerbs.Resolve, "Anything to note? The seller does not see it."));

    private ShowCardAction WithReason(string verb, string title, string send) => _buttons.Ask(
        verb,
        title,
        send,
        Write(AgentFields.Reason, verb, "Why? It goes into the ticket's history.") with { IsRequired = true, ErrorMessage = "Say in a few words why." });

    private static ChoiceSetInput Choose(string field, string verb, string label, IReadOnlyList<Choice> choices, string error) => new()
    {
        Id = AgentFields.InputId(field, verb),
        Label = label,
        Choices = choices,
        Placeholder = "Choose",
        IsRequired = true,
        ErrorMessage = error,
    };

    private static TextInput Write(string field, string verb, string label) => new()
    {
        Id = AgentFields.InputId(field, verb),
        Label = label,
        MaxLength = AgentFields.LongestText,
        IsMultiline = true,
    };
}
