using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using SupportBot.Channels.Requests;
using SupportBot.Protocol.DirectLine;

namespace SupportBot.Channels.WebChat;

/// <summary>
/// A refusal, in words that say what to do. Status 403 ends a Web Chat for good, so it is kept for dead and foreign tokens;
/// 404 for conversations that never were.
/// </summary>
internal sealed class DirectLineProblem : IResult
{
    private readonly DirectLineError _error;

    private DirectLineProblem(int status, string code, string detail) => _error = new DirectLineError(
        new ErrorDetails(code, detail), "about:blank", ReasonPhrases.GetReasonPhrase(status), status, detail);

    public int Status => _error.Status;

    public string Detail => _error.Detail;

    public static DirectLineProblem Of(BodyFlaw flaw) =>
        flaw.Status == StatusCodes.Status413PayloadTooLarge ? TooLarge(flaw.Detail) : BadArgument(flaw.Detail);

    public static DirectLineProblem BadArgument(string detail) => new(StatusCodes.Status400BadRequest, "BadArgument", detail);

    public static DirectLineProblem NoToken(string detail) => new(StatusCodes.Status401Unauthorized, "Unauthorized", detail);

    public static DirectLineProblem TokenExpired(string detail) => new(StatusCodes.Status403Forbidden, "TokenExpired", detail);

    public static DirectLineProblem ForeignConversation { get; } =
        new(StatusCodes.Status403Forbidden, "Forbidden", "The token belongs to another conversation or another user.");

    public static DirectLineProblem ForeignOrigin { get; } = new(
        StatusCodes.Status403Forbidden, "Forbidden", "This site may not open the chat. Add its origin to WebChat:AllowedOrigins.");

    public static DirectLineProblem NotFound(string detail) => new(StatusCodes.Status404NotFound, "NotFound", detail);

    public static DirectLineProblem TooLarge(string detail) => new(StatusCodes.Status413PayloadTooLarge, "TooLarge", detail);

    public static DirectLineProblem UnsupportedFile(string detail) => new(StatusCodes.Status415UnsupportedMediaType, "UnsupportedFile", detail);

    public static DirectLineProblem UnknownUser { get; } = NoToken("The account has no such user. Sign in to the seller web app again.");

    public static DirectLineProblem TooManyRequests { get; } = new(
        StatusCodes.Status429TooManyRequests, "TooManyRequests", "Too many requests at once. Wait a second and try again.");

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "application/problem+json";
        if (Status == StatusCodes.Status429TooManyRequests)
        {
            response.Headers.RetryAfter = "1";
        }
        else if (Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        return JsonSerializer.SerializeAsync(response.Body, _error, DirectLineJson.Default.DirectLineError, httpContext.RequestAborted);
    }
}
