using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SupportBot.Accounts;
using SupportBot.Language;

namespace SupportBot.Host.SupportApi;

/// <param name="Text">What somebody wrote. Required; the first 4,000 characters are read.</param>
/// <param name="Locale">BCP 47; decides the order of day and month. Default: the seller's, else en-GB.</param>
/// <param name="Channel">Where the text came from, such as <c>webchat</c>. It does not change how the text is read.</param>
/// <param name="SellerId">Whose channels the text may name.</param>
/// <param name="Now">ISO 8601; dates are read against it. Default: the product's clock.</param>
internal sealed record UnderstandRequest(string? Text, string? Locale = null, string? Channel = null, string? SellerId = null, string? Now = null);

internal static class UnderstandEndpoint
{
    private const string DefaultLocale = "en-GB";

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/understand", UnderstandAsync)
            .WithSummary("What a text means")
            .WithDescription("The intent with its rivals, and what the text names. Nothing is stored and nothing is sent anywhere.")
            // Whatever it is called: a tool that sends JSON under another name should get an answer, not a riddle.
            .Accepts<UnderstandRequest>("application/json", "*/*")
            .Produces<Understanding>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .WithMetadata(new RequestSizeLimitAttribute(RequestBody.MaxBytes));

    private static async Task<IResult> UnderstandAsync(
        HttpRequest httpRequest, Recogniser recogniser, SellerDirectory sellers, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (request, problem) = await RequestBody.ReadAsync(httpRequest, SupportApiJson.Default.UnderstandRequest);
        if (request is null)
        {
            return problem!;
        }

        if (request.Text is null)
        {
            return ApiProblem.BadRequest("Send the text to understand as 'text'.");
        }

        var now = clock.GetUtcNow();
        if (request.Now is not null
            && !DateTimeOffset.TryParse(request.Now, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out now))
        {
            return ApiProblem.BadRequest("Send 'now' as an ISO 8601 time such as 2026-03-20T09:00:00Z, or leave it out.");
        }

        SellerProfile? seller = null;
        if (request.SellerId is not null)
        {
            seller = request.SellerId.Contains('\0') ? null : await sellers.FindAsync(request.SellerId, null, cancellationToken);
            if (seller is null)
            {
                return ApiProblem.NotFound($"There is no seller '{request.SellerId}'. Leave 'sellerId' out to read the text without an account.");
            }
        }

        var locale = string.IsNullOrWhiteSpace(request.Locale) ? seller?.Locale ?? DefaultLocale : request.Locale.Trim().Replace('_', '-');
        var understanding = recogniser.Understand(request.Text, new UtteranceContext(now, locale, seller?.ChannelNames ?? []));
        return TypedResults.Json(understanding, SupportApiJson.Default.Understanding);
    }
}
