namespace SupportBot.Cards.Actions;

/// <summary>The names of what comes along with an agent's press.</summary>
public static class AgentFields
{
    /// <summary>The id of whom the case is given to, or <see cref="Myself"/>.</summary>
    public const string Agent = "agent";

    /// <summary>Whoever presses: where not everybody can be listed.</summary>
    public const string Myself = "myself";

    /// <summary>One of <see cref="SnoozeTimes"/>.</summary>
    public const string Until = "until";

    /// <summary>One of <see cref="Outcomes"/>.</summary>
    public const string Outcome = "outcome";

    public const string Comment = "comment";
    public const string Reason = "reason";

    /// <summary>The id of the message that a question was about.</summary>
    public const string Message = "message";

    /// <summary>What a reason or a comment may be long, in UTF-16 units as browsers count.</summary>
    public const int LongestText = 1000;

    /// <summary>An input's id. Several forms of one card ask for a reason, and no two inputs of a card may have one id.</summary>
    public static string InputId(string field, string verb) => $"{field}-{verb}";

    /// <summary>What a press with <paramref name="verb"/> asks an agent for.</summary>
    internal static IReadOnlyList<string> AskedBy(string verb) => verb switch
    {
        AgentVerbs.Assign => [Agent],
        AgentVerbs.Snooze => [Until],
        AgentVerbs.Resolve => [Outcome, Comment],
        AgentVerbs.ReconnectChannel or AgentVerbs.RerunVat or AgentVerbs.ResetSettlement => [Reason],
        _ => [],
    };
}
