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

    /// <summary>What becomes of the ticket.</summary>
    public IEnumerable<CardElement> Lifecycle() => Moves().Chunk(MostInARow).Select(row => new ActionSet { Actions = row });

    /// <summary>Each has a row of its own: its form unfolds right under it.</summary>
    public IEnumerable<CardElement> Support()
    {
        var actions = facts.Standing is TicketStanding.Resolved ? [] : facts.SupportActions.Distinct().SelectMany(Support).ToList();
        return actions.Count == 0 ? [] : [TextBlock.Subheading("Support actions"), .. actions.Select(action => new ActionSet { Actions = [action] })];
    }

    /// <summary>The words on the button of a support action; null for any other.</summary>
    public static string? SupportTitle(string? action) => action switch
    {
        AgentVerbs.ReconnectChannel => "Reconnect channel",
        AgentVerbs.RerunVat => "Rerun VAT reports",
        AgentVerbs.ResetSettlement => "Reset settlement",
        _ => null,
    };

    private IEnumerable<CardAction> Moves() => facts.Standing switch
    {
        TicketStanding.Waiting => [Claim("Claim"), .. Assign(), Snooze(), Resolve(), Return()],
        TicketStanding.Claimed => [.. TakeOver(), Resolve(), .. Assign(), Snooze(), Return()],
        TicketStanding.Snoozed => [Claim("Claim"), .. Assign(), Snooze(), Resolve()],
        TicketStanding.Resolved => [_buttons.Press(AgentVerbs.Reopen, "Reopen")],
        TicketStanding.Returned => [Claim("Take it back"), Resolve()],
        _ => throw new UnreachableException(),
    };

    private IEnumerable<CardAction> Support(string action) => SupportTitle(action) is not { } title ? [] :
    [
        _buttons.Ask(
            action,
            title,
            action switch { AgentVerbs.ReconnectChannel => "Reconnect it now", AgentVerbs.RerunVat => "Rerun them now", _ => "Reset it now" },
            Write(AgentFields.Reason, action, "Why? It goes into the ticket's history.") with { IsRequired = true, ErrorMessage = "Say in a few words why." }),
    ];

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

        var label = "Who takes it?";
        if (shown.Count < facts.Agents.Count)
        {
            label = string.Create(CultureInfo.InvariantCulture, $"Who takes it? ({shown.Count} of {facts.Agents.Count} are listed; whoever is not chooses Myself)");
            shown.Insert(0, new Choice("Myself", AgentFields.Myself));
        }

        return
        [
            _buttons.Ask(
                AgentVerbs.Assign,
                "Assign",
                "Give it to them",
                Choose(AgentFields.Agent, AgentVerbs.Assign, label, shown, "Choose an agent.")),
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
