namespace SupportBot.Benchmarks.Measuring;

/// <summary>Times in milliseconds, sorted once.</summary>
internal sealed class Percentiles
{
    private readonly double[] _sorted;

    public Percentiles(IEnumerable<TimeSpan> times) => _sorted = [.. times.Select(time => time.TotalMilliseconds).Order()];

    public int Count => _sorted.Length;

    /// <summary>The smallest time that at least this share of all times does not exceed.</summary>
    public double At(double share) => _sorted[Math.Clamp((int)Math.Ceiling(share * _sorted.Length) - 1, 0, _sorted.Length - 1)];
}
