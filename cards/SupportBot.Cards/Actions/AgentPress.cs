using System.Globalization;
using System.Text.Json;

namespace SupportBot.Cards.Actions;

/// <summary>
/// An agent's press of a card's button as it came back. Who pressed, and whether they may, is known from elsewhere;
/// the card may be old.
/// </summary>
/// <param name="Verb">One of <see cref="AgentVerbs"/>.</param>
/// <param name="StatusNumber">What the pressed card showed.</param>
/// <param name="Values">
/// By the names of <see cref="AgentFields"/>, trimmed and never empty. Not every client holds a press back while a required
/// input is empty, so what is needed may be missing.
/// </param>
public sealed record AgentPress(string Verb, string Ticket, int StatusNumber, IReadOnlyDictionary<string, string> Values)
{
    private static readonly HashSet<string> s_verbs = new(StringComparer.Ordinal)
    {
        AgentVerbs.Claim, AgentVerbs.Assign, AgentVerbs.Return, AgentVerbs.Snooze, AgentVerbs.Resolve, AgentVerbs.Reopen,
        AgentVerbs.ReconnectChannel, AgentVerbs.RerunVat, AgentVerbs.ResetSettlement, AgentVerbs.SendAnyway, AgentVerbs.LeaveIt,
    };

    /// <summary>Reads the action of an <c>adaptiveCard/action</c> invoke. Null for what no card for agents can send.</summary>
    public static AgentPress? Read(string verb, JsonElement data) => Read(data) is { } press && press.Verb == verb ? press : null;

    /// <summary>Reads the <c>value</c> of a message: the press of a client that fell back to Action.Submit. Null as above.</summary>
    public static AgentPress? Read(JsonElement data) =>
        CardPress.Read(data) is { } press
        && s_verbs.Contains(press.Verb)
        && press.Values.GetValueOrDefault("ticket") == press.CardId
        && int.TryParse(press.Values.GetValueOrDefault("statusNumber"), NumberStyles.None, CultureInfo.InvariantCulture, out var statusNumber)
        && ReadValues(press) is { } values
            ? new AgentPress(press.Verb, press.CardId, statusNumber, values)
            : null;

    private static Dictionary<string, string>? ReadValues(CardPress press)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var named = AgentFields.AskedBy(press.Verb)
            .Select(field => (Field: field, Name: AgentFields.InputId(field, press.Verb)))
            .Append((Field: AgentFields.Message, Name: AgentFields.Message));
        foreach (var (field, name) in named)
        {
            if (press.Values.GetValueOrDefault(name) is not { Length: > 0 } value)
            {
                continue;
            }

            if (!CanBeSent(field, value))
            {
                return null;
            }

            values[field] = value;
        }

        return values.ContainsKey(AgentFields.Message) == (press.Verb is AgentVerbs.SendAnyway or AgentVerbs.LeaveIt) ? values : null;
    }

    private static bool CanBeSent(string field, string value) => field switch
    {
        AgentFields.Until => SnoozeTimes.All.Any(choice => choice.Value == value),
        AgentFields.Outcome => Outcomes.All.Any(choice => choice.Value == value),
        AgentFields.Reason or AgentFields.Comment => value.Length <= AgentFields.LongestText,
        _ => true,
    };
}
