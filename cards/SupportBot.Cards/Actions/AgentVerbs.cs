namespace SupportBot.Cards.Actions;

/// <summary>What a support agent's button asks for.</summary>
public static class AgentVerbs
{
    /// <summary>Also takes a case over from someone who stays silent, or back from the bot.</summary>
    public const string Claim = "claim";

    public const string Assign = "assign";

    /// <summary>To the bot.</summary>
    public const string Return = "return";

    public const string Snooze = "snooze";
    public const string Resolve = "resolve";
    public const string Reopen = "reopen";
    public const string ReconnectChannel = "reconnect-channel";
    public const string RerunVat = "rerun-vat";
    public const string ResetSettlement = "reset-settlement";

    /// <summary>Reopens a case that had ended, and sends the seller what was written in its thread.</summary>
    public const string SendAnyway = "send-anyway";

    /// <summary>The case stays ended, and the seller does not see what was written.</summary>
    public const string LeaveIt = "leave-it";
}
