using SupportBot.Benchmarks.Measuring;

namespace SupportBot.Benchmarks.Load;

/// <param name="Elapsed">From the first to the last counted turn.</param>
/// <param name="Accepted">From sending a message until it was confirmed as stored.</param>
/// <param name="Answered">From when a message was due to be sent until its answer had come.</param>
internal sealed record LoadResult(TimeSpan Elapsed, Percentiles Accepted, Percentiles Answered)
{
    public double TurnsPerSecond => Answered.Count / Elapsed.TotalSeconds;
}
