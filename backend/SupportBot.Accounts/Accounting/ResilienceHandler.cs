using System.Net;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace SupportBot.Accounts.Accounting;

/// <summary>
/// Time limits for every call, and further tries for reads alone: whether a write or a token refresh
/// that got no answer was carried out cannot be known here.
/// </summary>
internal sealed class ResilienceHandler(PlatformOptions options) : DelegatingHandler
{
    private const long MaxBodyBytes = 16 * 1024 * 1024;

    /// <summary>A longer wait than this is told to the seller instead of being sat out.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly ResiliencePipeline<HttpResponseMessage> reads = Limits(options, withRetries: true);
    private readonly ResiliencePipeline<HttpResponseMessage> others = Limits(options, withRetries: false);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var pipeline = request.Method == HttpMethod.Get ? reads : others;
        return await pipeline.ExecuteAsync(
            async (state, ct) =>
            {
                try
                {
                    var response = await state.Self.SendOnceAsync(state.Request, ct).ConfigureAwait(false);
                    // The body counts towards the time limit too: a platform may stall after its headers.
                    await response.Content.LoadIntoBufferAsync(MaxBodyBytes, ct).ConfigureAwait(false);
                    return response;
                }
                catch (HttpRequestException exception) when (ct.IsCancellationRequested)
                {
                    // A connection that we gave up on can end as a broken one; that says nothing about the platform.
                    throw new OperationCanceledException(exception.Message, exception, ct);
                }
            },
            (Self: this, Request: request),
            cancellationToken).ConfigureAwait(false);
    }

    private Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        base.SendAsync(request, cancellationToken);

    private static ResiliencePipeline<HttpResponseMessage> Limits(PlatformOptions options, bool withRetries)
    {
        // Real time on purpose: the product's clock may stand still.
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = TimeProvider.System };
        builder.AddTimeout(options.TotalTimeout);
        if (withRetries)
        {
            builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = 2,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(150),
                ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                    .Handle<HttpRequestException>()
                    .Handle<TimeoutRejectedException>()
                    .HandleResult(IsWorthAnotherTry),
                DelayGenerator = static tried => ValueTask.FromResult(tried.Outcome.Result is { } answer ? RetryAfter.Of(answer) : null),
                OnRetry = static tried =>
                {
                    tried.Outcome.Result?.Dispose();
                    return ValueTask.CompletedTask;
                },
            });
        }

        return builder.AddTimeout(options.AttemptTimeout).Build();
    }

    private static bool IsWorthAnotherTry(HttpResponseMessage answer)
    {
        var asked = RetryAfter.Of(answer);
        return answer.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => asked <= LongestWait,
            HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway
                or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => asked is null || asked <= LongestWait,
            _ => false,
        };
    }
}
