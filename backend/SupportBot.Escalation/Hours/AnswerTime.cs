namespace SupportBot.Escalation.Hours;

/// <summary>What may be said about when somebody of the support team answers.</summary>
public abstract record AnswerTime
{
    private AnswerTime()
    {
    }

    /// <summary>The team is there.</summary>
    public sealed record Now : AnswerTime;

    /// <summary>The team is away until then.</summary>
    /// <param name="Opening">UTC; show it in the reader's time zone.</param>
    public sealed record From(DateTimeOffset Opening) : AnswerTime;

    /// <summary>No hours are configured, or none come: no time may be promised, only that somebody answers as soon as possible.</summary>
    public sealed record Unknown : AnswerTime;
}
