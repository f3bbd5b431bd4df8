namespace SupportBot.Turns.Outbox;

/// <summary>How long a failed run waits for the next.</summary>
internal static class OutboxBackOff
{
    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(2);

    /// <summary>Doubles with every run, spread by half so that many that failed together do not come back together.</summary>
    public static TimeSpan After(int attempts, TimeSpan longest) => After(attempts, longest, Random.Shared.NextDouble());

    /// <param name="spread">0 to 1.</param>
    internal static TimeSpan After(int attempts, TimeSpan longest, double spread)
    {
        var doubled = s_first * Math.Pow(2, Math.Clamp(attempts - 1, 0, 20));
        return (doubled < longest ? doubled : longest) * (0.5 + (spread / 2));
    }
}
