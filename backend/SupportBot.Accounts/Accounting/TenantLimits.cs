using System.Threading.RateLimiting;

namespace SupportBot.Accounts.Accounting;

/// <summary>
/// How many calls an organisation may be asked at once and in a minute. Counted in this process: several nodes together may reach
/// the platform's own limit, which then says so. The limiters of organisations that rest are let go by themselves.
/// </summary>
internal sealed class TenantLimits : IDisposable
{
    /// <summary>A longer wait would cost the seller more than the answer "could not check".</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private const int SegmentsAMinute = 12;
    private const int LongestQueue = 1_000;

    private readonly PartitionedRateLimiter<string> limiter;

    /// <param name="countsMinutes">False: only the calls at once are limited.</param>
    public TenantLimits(PlatformOptions options, bool countsMinutes)
    {
        var atOnce = PartitionedRateLimiter.Create<string, string>(tenant => RateLimitPartition.GetConcurrencyLimiter(
            tenant, _ => new ConcurrencyLimiterOptions { PermitLimit = options.MaxConcurrentCalls, QueueLimit = LongestQueue }));
        limiter = !countsMinutes ? atOnce : PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<string, string>(tenant => RateLimitPartition.GetSlidingWindowLimiter(tenant, _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = options.MaxCallsPerMinute,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = SegmentsAMinute,
                QueueLimit = LongestQueue,
            })),
            atOnce);
    }

    /// <summary>The right to make one call, until it is given back.</summary>
    /// <exception cref="CallLimitException">It could not be had soon.</exception>
    public async Task<RateLimitLease> WaitAsync(string tenant, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(LongestWait);
        try
        {
            var lease = await limiter.AcquireAsync(tenant, 1, patience.Token).ConfigureAwait(false);
            if (lease.IsAcquired)
            {
                return lease;
            }

            lease.Dispose();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CallLimitException();
        }

        throw new CallLimitException();
    }

    public void Dispose() => limiter.Dispose();
}

/// <summary>An organisation has been asked as much as it may be for now. Says nothing about the organisation.</summary>
internal sealed class CallLimitException() : Exception("The limit of calls to this organisation is reached.");
