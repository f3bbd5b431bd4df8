using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SupportBot.Knowledge.Articles;
using SupportBot.Storage.Articles;
using SupportBot.Turns.Commits;

namespace SupportBot.Host.Help;

/// <summary>Articles as pages, and what readers say of them. Anyone may read and answer.</summary>
internal static class HelpEndpoints
{
    public static void MapHelp(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/help/{articleId}", Page).ExcludeFromDescription();
        endpoints.MapPost("/help/{articleId}/feedback", RecordAsync).DisableAntiforgery().ExcludeFromDescription();
    }

    private static IResult Page(string articleId, ArticleLibrary library, bool thanked = false) =>
        library.FindPage(articleId) is { } page
            ? new HelpPage(articleId, page.Title, page.Html, thanked).ToResult()
            : Missing(articleId);

    /// <summary>Redirects, so that reloading the thanks does not answer again.</summary>
    private static async Task<IResult> RecordAsync(
        string articleId,
        [FromForm] string? helpful,
        [FromForm] string? comment,
        ArticleLibrary library,
        CommitQueue commits,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (library.Find(articleId) is not { } article)
        {
            return Missing(articleId);
        }

        if (helpful is not ("yes" or "no") || comment?.Length > HelpPage.MaxCommentLength)
        {
            return TypedResults.Problem(
                $"Send 'helpful' as yes or no, and a comment of at most {HelpPage.MaxCommentLength} characters.",
                statusCode: StatusCodes.Status400BadRequest);
        }

        var feedback = new ArticleFeedback
        {
            Id = Guid.CreateVersion7().ToString("N"),
            ArticleId = article.Id,
            ArticleVersion = article.Version,
            Helpful = helpful == "yes",
            Comment = Readable(comment),
            At = clock.GetUtcNow().UtcDateTime,
        };
        await commits.CommitAsync(CommitUnit.Of(db => db.ArticleFeedback.Add(feedback)), cancellationToken);
        return TypedResults.LocalRedirect($"~/help/{Uri.EscapeDataString(articleId)}?thanked=true#feedback");
    }

    /// <summary>Without U+0000, which not every database keeps.</summary>
    private static string? Readable(string? comment) =>
        comment?.Replace("\0", "", StringComparison.Ordinal).Trim() is { Length: > 0 } text ? text : null;

    private static ProblemHttpResult Missing(string articleId) => TypedResults.Problem(
        $"There is no article '{articleId}'. The address of an article ends with its id, such as settlement-will-not-send.",
        statusCode: StatusCodes.Status404NotFound);
}
