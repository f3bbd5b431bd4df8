using Microsoft.AspNetCore.Http;
using SupportBot.Channels.Connector.Admission;

namespace SupportBot.Channels.Connector;

/// <summary>Refusals as problem details (RFC 9457).</summary>
internal static class ConnectorProblem
{
    public static IResult Of(int status, string detail) => TypedResults.Problem(detail, statusCode: status);

    public static IResult Of(Refusal refusal, HttpResponse response)
    {
        if (refusal.Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }
        else if (refusal.Status == StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter = "60";
        }

        return Of(refusal.Status, refusal.Detail);
    }
}
