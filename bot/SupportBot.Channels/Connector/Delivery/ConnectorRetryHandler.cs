using System.Net;
using Polly;
using Polly.Retry;

namespace SupportBot.Channels.Connector.Delivery;

/// <summary>Tries again what the documentation says to try again, and limits how long a call may take.</summary>
internal sealed class ConnectorRetryHandler(ConnectorRetries retries) : DelegatingHandler
{
    private const long MaxBodyBytes = 10 * 1024 * 1024;

    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline = Build(retries);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        await _pipeline.ExecuteAsync(
            async (state, ct) =>
            {
                try
                {
                    var response = await state.Self.SendOnceAsync(state.Request, ct);
                    await response.Content.LoadIntoBufferAsync(MaxBodyBytes, ct);
                    return response;
                }
                catch (HttpRequestException exception) when (ct.IsCancellationRequested)
                {
                    // A connection that we gave up on can end as a broken one; the time limit is what ended it.
                    throw new OperationCanceledException(exception.Message, exception, ct);
                }
            },
            (Self: this, Request: request),
            cancellationToken);

    private Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        base.SendAsync(request, cancellationToken);

    private static ResiliencePipeline<HttpResponseMessage> Build(ConnectorRetries retries) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = TimeProvider.System }
            .AddTimeout(retries.TotalTimeout)
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = retries.MostRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = retries.Delay,
                ShouldHandle = new PredicateBuilder<HttpResponseMessage>().HandleResult(answer => IsWorthAnotherTry(answer, retries)),
                DelayGenerator = static tried => ValueTask.FromResult(tried.Outcome.Result is { } answer ? RetryAfter.Of(answer) : null),
                OnRetry = static tried =>
                {
                    tried.Outcome.Result?.Dispose();
                    return ValueTask.CompletedTask;
                },
            })
            .AddTimeout(retries.AttemptTimeout)
            .Build();

    private static bool IsWorthAnotherTry(HttpResponseMessage answer, ConnectorRetries retries) =>
        answer.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout
        && (RetryAfter.Of(answer) is not { } asked || asked <= retries.LongestWait);
}
