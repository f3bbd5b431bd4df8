using System.Globalization;
using System.Net.Http.Headers;
using SupportBot.Accounts;
using SupportBot.Channels.WebChat;
using SupportBot.Channels.WebChat.Tokens;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Host.SupportApi;

/// <summary>What the seller's own browser may ask: the diagnosis of the account that its user token names, and of no other.</summary>
internal static class MyDiagnosisEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/me/diagnosis", DiagnoseAsync)
            .RequireCors(WebChatCors.Policy)
            .WithTags(SupportApiDescription.SellerTag)
            .WithSummary("Diagnose my own account")
            .WithDescription("For the seller's browser, with the user token of the seller web app. The same answer as for support, for the token's own account only.")
            .Produces<Diagnosis>()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<IResult> DiagnoseAsync(
        HttpContext context,
        string? settlement,
        string? channel,
        UserTokens tokens,
        SellerDirectory sellers,
        DiagnosisRunner runner,
        DiagnosisLimit limit,
        CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!AuthenticationHeaderValue.TryParse(context.Request.Headers.Authorization, out var header)
            || !"Bearer".Equals(header.Scheme, StringComparison.OrdinalIgnoreCase)
            || header.Parameter is not { Length: > 0 } token)
        {
            return ApiProblem.Unauthorised("Send the user token of the seller web app in the header 'Authorization: Bearer <token>'.");
        }

        var reading = await tokens.ReadAsync(token);
        if (reading.Verdict != TokenVerdict.Valid)
        {
            return ApiProblem.Unauthorised(reading.Verdict == TokenVerdict.Expired
                ? "The user token has expired. Get a new one from the seller web app."
                : "This is not a valid user token. Get one from the seller web app.");
        }

        var user = reading.Value;
        if (limit.RetryAfter(user) is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return ApiProblem.TooMany();
        }

        return await sellers.FindAsync(user.SellerId, user.UserId, cancellationToken) is null
            ? ApiProblem.Unauthorised("The account has no such user any more. Sign in to the seller web app again.")
            : await DiagnosisEndpoint.DiagnoseAsync(user.SellerId, settlement, channel, runner, sellers, cancellationToken);
    }
}
