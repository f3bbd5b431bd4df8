using System.Net;
using Polly.Timeout;

namespace SupportBot.Channels.Connector.Delivery;

internal static class ConnectorHttp
{
    /// <summary>Sends, and turns everything that is not success into a failure.</summary>
    public static async Task<ConnectorResult<byte[]>> AskAsync(this HttpClient http, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.SendAsync(request, cancellationToken);
            return answer.IsSuccessStatusCode ? await answer.Content.ReadAsByteArrayAsync(cancellationToken) : Failure(answer);
        }
        catch (ConnectorRefusalException refusal)
        {
            return refusal.Failure;
        }
        catch (TimeoutRejectedException)
        {
            return new ConnectorFailure(ConnectorFailureKind.Unreachable, "timed-out");
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return new ConnectorFailure(ConnectorFailureKind.Refused, "answer-too-large");
        }
        catch (HttpRequestException)
        {
            return new ConnectorFailure(ConnectorFailureKind.Unreachable, "unreachable");
        }
    }

    private static ConnectorFailure Failure(HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.Unauthorized => new(ConnectorFailureKind.NotAuthorised, "token-not-accepted"),
        HttpStatusCode.Forbidden => new(ConnectorFailureKind.BotRemoved, ConnectorFailure.BotRemoved),
        HttpStatusCode.NotFound => new(ConnectorFailureKind.NotFound, "not-found"),
        HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout
            or (>= HttpStatusCode.InternalServerError and not HttpStatusCode.NotImplemented) =>
            new(ConnectorFailureKind.Busy, $"busy-{(int)answer.StatusCode}", RetryAfter.Of(answer)),
        var status => new(ConnectorFailureKind.Refused, $"refused-{(int)status}"),
    };
}
