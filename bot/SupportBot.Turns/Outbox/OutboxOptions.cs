using System.ComponentModel.DataAnnotations;

namespace SupportBot.Turns.Outbox;

/// <summary>How work towards the outside is done. Section <c>Outbox</c>; all of it real time.</summary>
public sealed record OutboxOptions
{
    public const string Section = "Outbox";

    /// <summary>How long a run that gives no sign of life keeps its item: after a crash, work goes on this much later.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>After this a run is told to stop, however lively it is: what takes longer hangs.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(3);
}
