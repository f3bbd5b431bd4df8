using System.Net;
using System.Net.Http.Headers;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace SupportBot.Accounts.Accounting;

/// <summary>
/// How one organisation has answered lately. While the circuit is open, or the platform has asked for a rest, the answer is given
/// here, at once: 503, or the platform's own 429 with what is left of the rest.
/// </summary>
internal sealed class TenantCircuit
{
    /// <summary>More than a few diagnoses of a slow platform, which are "could not check"; after that it counts as unavailable.</summary>
    private const int FailuresToOpen = 15;

    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan OpenFor = TimeSpan.FromSeconds(15);

    /// <summary>A day's limit can ask for hours; asking once in a while does no harm.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);

    private readonly ResiliencePipeline<HttpResponseMessage> breaker = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = TimeProvider.System }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
        {
            FailureRatio = 0.9,
            MinimumThroughput = FailuresToOpen,
            SamplingDuration = Remembered,
            BreakDuration = OpenFor,
            ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                .Handle<HttpRequestException>()
                .Handle<TimeoutRejectedException>()
                .HandleResult(answer => answer.StatusCode >= HttpStatusCode.InternalServerError),
        })
        .Build();

    private volatile Rest? rest;

    public async Task<HttpResponseMessage> AskAsync(Func<CancellationToken, Task<HttpResponseMessage>> ask, CancellationToken cancellationToken)
    {
        if (rest is { } asked && asked.Until - TimeProvider.System.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            return Refusal(asked.Status, left);
        }

        try
        {
            var answer = await breaker.ExecuteAsync(async ct => await ask(ct).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            if (answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable && RetryAfter.Of(answer) is { } wait)
            {
                rest = new Rest(answer.StatusCode, TimeProvider.System.GetUtcNow() + (wait < LongestRest ? wait : LongestRest));
            }

            return answer;
        }
        catch (BrokenCircuitException)
        {
            return Refusal(HttpStatusCode.ServiceUnavailable, null);
        }
    }

    private static HttpResponseMessage Refusal(HttpStatusCode status, TimeSpan? left)
    {
        var refusal = new HttpResponseMessage(status) { Content = new StringContent("") };
        refusal.Headers.RetryAfter = left is { } wait ? new RetryConditionHeaderValue(TimeSpan.FromSeconds(Math.Ceiling(wait.TotalSeconds))) : null;
        return refusal;
    }

    private sealed record Rest(HttpStatusCode Status, DateTimeOffset Until);
}
