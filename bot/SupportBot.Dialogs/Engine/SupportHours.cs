namespace SupportBot.Dialogs.Engine;

/// <summary>What may be said about when somebody of the support team answers.</summary>
public sealed record SupportHours
{
    private SupportHours()
    {
    }

    /// <summary>No time may be promised.</summary>
    public static SupportHours Unknown { get; } = new();

    public static SupportHours Open { get; } = new() { IsOpen = true };

    /// <summary>The team is at work.</summary>
    public bool IsOpen { get; private init; }

    /// <summary>UTC; when the team is back, where it is away until then.</summary>
    public DateTime? BackAt { get; private init; }

    /// <param name="opening">UTC.</param>
    public static SupportHours AwayUntil(DateTime opening) => new() { BackAt = opening };
}
