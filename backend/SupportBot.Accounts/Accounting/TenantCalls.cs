using Microsoft.Extensions.Caching.Memory;
using Polly;

namespace SupportBot.Accounts.Accounting;

/// <summary>
/// All calls of this process to one platform: what each organisation may be asked, and how it has answered. One that fails or
/// limits us does not touch the others. What is known of an organisation goes when nobody has asked it for a while.
/// </summary>
internal sealed class TenantCalls : IDisposable
{
    /// <summary>The organisation that a call concerns, where neither its headers nor its address name it.</summary>
    public static readonly HttpRequestOptionsKey<string> Concerning = new("tenant");

    private const int MostTenants = 10_000;
    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromMinutes(10);

    private readonly ResiliencePipeline<HttpResponseMessage> reads;
    private readonly ResiliencePipeline<HttpResponseMessage> others;
    private readonly TenantLimits limits;
    private readonly MemoryCache circuits = new(new MemoryCacheOptions { SizeLimit = MostTenants });

    /// <param name="countsMinutes">False for the sandbox, which is this very process and has no quota.</param>
    public TenantCalls(PlatformOptions options, bool countsMinutes)
    {
        reads = CallPolicies.Reads(options);
        others = CallPolicies.Others(options);
        limits = new TenantLimits(options, countsMinutes);
    }

    /// <param name="send">One try of the call; it must be repeatable for reads.</param>
    /// <exception cref="CallLimitException">The organisation may not be asked so much, and waiting briefly did not help.</exception>
    public async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, Func<CancellationToken, Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        var tries = request.Method == HttpMethod.Get ? reads : others;
        var counted = CallTenant.Of(request);
        Task<HttpResponseMessage> AskAsync(CancellationToken ct) => tries.ExecuteAsync(
            async inner =>
            {
                using var lease = counted is null ? null : await limits.WaitAsync(counted, inner).ConfigureAwait(false);
                return await send(inner).ConfigureAwait(false);
            },
            ct).AsTask();

        var concerned = request.Options.TryGetValue(Concerning, out var named) ? named : counted;
        return concerned is null
            ? await AskAsync(cancellationToken).ConfigureAwait(false)
            : await Circuit(concerned).AskAsync(AskAsync, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        circuits.Dispose();
        limits.Dispose();
    }

    private TenantCircuit Circuit(string tenant) => circuits.GetOrCreate(tenant, static entry =>
    {
        entry.Size = 1;
        entry.SlidingExpiration = ForgottenAfter;
        return new TenantCircuit();
    })!;
}
