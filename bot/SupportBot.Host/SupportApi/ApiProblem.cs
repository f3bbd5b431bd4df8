using Microsoft.AspNetCore.Http.HttpResults;

namespace SupportBot.Host.SupportApi;

/// <summary>Refusals, each with what to do about it.</summary>
internal static class ApiProblem
{
    public static ProblemHttpResult BadRequest(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest);

    public static ProblemHttpResult Unauthorised(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status401Unauthorized);

    public static ProblemHttpResult NotFound(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound);

    public static ProblemHttpResult Conflict(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status409Conflict);

    public static ProblemHttpResult TooLarge() => TypedResults.Problem(
        $"The body is over {RequestBody.MaxBytes / 1024} KB. Send less text: only the first 4,000 characters are read anyway.",
        statusCode: StatusCodes.Status413PayloadTooLarge);

    public static ProblemHttpResult TooMany() => TypedResults.Problem(
        "Too many diagnoses at once. Wait for the seconds in Retry-After and try again.", statusCode: StatusCodes.Status429TooManyRequests);
}
