namespace SupportBot.Channels.Connector.Delivery;

/// <summary>How patient one call is; whoever waits longer does it in the outbox. Real time.</summary>
internal sealed record ConnectorRetries
{
    public int MostRetries { get; init; } = 3;

    /// <summary>The first pause; it doubles, with jitter.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>A longer <c>Retry-After</c> is handed to the caller instead of being sat out.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(3);

    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
