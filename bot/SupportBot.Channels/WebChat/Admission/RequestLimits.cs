using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using SupportBot.Channels.WebChat.Tokens;

namespace SupportBot.Channels.WebChat.Admission;

/// <summary>How much one user and one network address may ask for.</summary>
internal sealed class RequestLimits : IDisposable
{
    /// <summary>An upload is held in memory until it is stored.</summary>
    private const int UploadsAtOnce = 2;

    private readonly PartitionedRateLimiter<UserIdentity> _users;
    private readonly PartitionedRateLimiter<UserIdentity> _uploads;
    private readonly PartitionedRateLimiter<IPAddress> _addresses;

    public RequestLimits(IOptions<WebChatOptions> options)
    {
        var limits = options.Value;
        _users = Buckets<UserIdentity>(limits.RequestsPerSecondPerUser, limits.RequestBurstPerUser);
        _addresses = Buckets<IPAddress>(limits.RequestsPerSecondPerAddress, limits.RequestBurstPerAddress);
        var uploads = new ConcurrencyLimiterOptions { PermitLimit = UploadsAtOnce, QueueLimit = 2 * UploadsAtOnce };
        _uploads = PartitionedRateLimiter.Create<UserIdentity, UserIdentity>(
            user => RateLimitPartition.GetConcurrencyLimiter(user, _ => uploads));
    }

    public bool Allows(UserIdentity user)
    {
        using var lease = _users.AttemptAcquire(user);
        return lease.IsAcquired;
    }

    public bool Allows(IPAddress? address)
    {
        using var lease = _addresses.AttemptAcquire(Network(address ?? IPAddress.None));
        return lease.IsAcquired;
    }

    /// <summary>Waits for the user's earlier uploads; dispose the lease when the upload is stored.</summary>
    public ValueTask<RateLimitLease> ForUploadAsync(UserIdentity user, CancellationToken cancellationToken) =>
        _uploads.AcquireAsync(user, 1, cancellationToken);

    public void Dispose()
    {
        _users.Dispose();
        _uploads.Dispose();
        _addresses.Dispose();
    }

    private static PartitionedRateLimiter<T> Buckets<T>(int perSecond, int burst)
        where T : notnull
    {
        var bucket = new TokenBucketRateLimiterOptions
        {
            TokenLimit = Math.Max(perSecond, burst),
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        };
        return PartitionedRateLimiter.Create<T, T>(key => RateLimitPartition.GetTokenBucketLimiter(key, _ => bucket));
    }

    /// <summary>One subscriber has a whole /64 of IPv6 addresses.</summary>
    private static IPAddress Network(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.IsIPv4MappedToIPv6)
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
