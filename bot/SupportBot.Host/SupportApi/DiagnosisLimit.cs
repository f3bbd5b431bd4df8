using System.Threading.RateLimiting;
using SupportBot.Channels.WebChat.Tokens;

namespace SupportBot.Host.SupportApi;

/// <summary>How often one user may have the account diagnosed: every run asks the accounting platform, whose own limits are shared.</summary>
internal sealed class DiagnosisLimit : IDisposable
{
    private const int AtOnce = 30;
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(1);

    private readonly PartitionedRateLimiter<UserIdentity> _limiter = PartitionedRateLimiter.Create<UserIdentity, UserIdentity>(
        user => RateLimitPartition.GetTokenBucketLimiter(user, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = AtOnce,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = s_every,
        }));

    /// <summary>Null: go ahead. Else the seconds to wait.</summary>
    public int? RetryAfter(UserIdentity user)
    {
        using var lease = _limiter.AttemptAcquire(user);
        return lease.IsAcquired ? null : (int)s_every.TotalSeconds;
    }

    public void Dispose() => _limiter.Dispose();
}
