namespace SupportBot.Host.Demo;

internal static class DemoProblems
{
    public static IResult UnknownUser { get; } = NotFound("There is no such demo seller or user. GET /demo/sellers lists them.");

    public static IResult NotShown { get; } = NotFound("This demo account shows nothing of that name. GET /demo/account lists what can be changed.");

    public static IResult NotSignedIn { get; } = TypedResults.Problem(
        "Send the token of POST /demo/sign-in/{sellerId} as 'Authorization: Bearer <token>'.", statusCode: StatusCodes.Status401Unauthorized);

    private static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult NotFound(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound);
}
