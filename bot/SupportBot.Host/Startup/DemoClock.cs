namespace SupportBot.Host.Startup;

/// <summary>The product's clock standing still, for demos and tests. Timers run on.</summary>
internal sealed class DemoClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
