namespace SupportBot.Escalation.Hours;

/// <summary>Who answers escalated cases and how long each step may take, section <c>Support:Escalation</c>.</summary>
public sealed record EscalationOptions
{
    public const string Section = "Support:Escalation";

    /// <summary>Open time after which the channel is reminded of a ticket that nobody has claimed.</summary>
    public TimeSpan ReminderAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Open time, from the same moment, after which those on call are mentioned; not before the reminder.</summary>
    public TimeSpan OnCallAfter { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Open time of an agent's silence after which a claimed ticket is offered to the others.</summary>
    public TimeSpan SilentAgentAfter { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>Open time without an answer after which the seller may have the bot back.</summary>
    public TimeSpan BotBackAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Real time for which Teams may be out of reach before a ticket is e-mailed to <see cref="FallbackEmail"/> as well.</summary>
    public TimeSpan FallbackEmailAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>One address, such as <c>support@example.com</c>. Empty: no e-mail.</summary>
    public string FallbackEmail { get; init; } = "";

    /// <summary>The Entra object ids of those to mention when nobody claims, divided by commas. Empty: nobody is mentioned.</summary>
    public string OnCall { get; init; } = "";

    /// <summary>The Entra object ids of those who may act as agents, divided by commas. Empty: the members of the team.</summary>
    public string Agents { get; init; } = "";

    /// <summary>An agent's message that begins with this stays among agents.</summary>
    public string InternalMarker { get; init; } = "//";

    /// <summary><see cref="OnCall"/>, one by one. Compare object ids without regard to case.</summary>
    public IReadOnlyList<string> OnCallIds => Split(OnCall);

    /// <summary><see cref="Agents"/>, one by one. Compare object ids without regard to case.</summary>
    public IReadOnlyList<string> AgentIds => Split(Agents);

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
