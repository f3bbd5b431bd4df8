using System.Net;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace SupportBot.Accounts.Accounting;

/// <summary>
/// Time limits for every call, and further tries for reads alone: whether a write or a token call
/// that got no answer was carried out cannot be known here.
/// </summary>
internal static class CallPolicies
{
    /// <summary>A longer wait than this is told to the seller instead of being sat out.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    public static ResiliencePipeline<HttpResponseMessage> Reads(PlatformOptions options) => Builder(options)
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
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
        })
        .AddTimeout(options.AttemptTimeout)
        .Build();

    /// <summary>One try, with all the time there is: an answer that is not waited for may be a token or a document lost.</summary>
    public static ResiliencePipeline<HttpResponseMessage> Others(PlatformOptions options) => Builder(options).Build();

    // Real time on purpose: the product's clock may stand still.
    private static ResiliencePipelineBuilder<HttpResponseMessage> Builder(PlatformOptions options)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = TimeProvider.System };
        builder.AddTimeout(options.TotalTimeout);
        return builder;
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
