using Polly.Timeout;

namespace SupportBot.Accounts.Accounting;

/// <summary>An answer as it came over the wire.</summary>
internal sealed record PlatformAnswer(int Status, string Body, TimeSpan? RetryAfter)
{
    public bool IsSuccess => Status is >= 200 and < 300;
}

internal static class PlatformHttp
{
    /// <summary>Sends, and turns everything that keeps an answer from arriving into a failure.</summary>
    public static async Task<PlatformResult<PlatformAnswer>> AskAsync(this HttpClient http, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var body = await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            return new PlatformAnswer((int)answer.StatusCode, body, RetryAfter.Of(answer));
        }
        catch (TimeoutRejectedException)
        {
            return new PlatformFailure.TimedOut();
        }
        catch (CallLimitException)
        {
            return new PlatformFailure.Busy();
        }
        catch (HttpRequestException)
        {
            return new PlatformFailure.Offline();
        }
    }
}
