using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using SupportBot.Accounts;
using SupportBot.Channels.Transcripts;
using SupportBot.Dialogs.Phrases;
using SupportBot.Storage;

namespace SupportBot.Host.Transcripts;

/// <summary>A conversation as a page, or as a text file, for whoever has a link of <see cref="TranscriptLinks"/>.</summary>
internal static class TranscriptEndpoints
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void MapTranscripts(this IEndpointRouteBuilder endpoints)
    {
        var transcripts = endpoints.MapGroup(TranscriptLinks.Path).ExcludeFromDescription().AddEndpointFilter(KeepPrivateAsync);
        transcripts.MapGet("{token}", PageAsync);
        transcripts.MapGet("{token}/text", TextAsync);
    }

    private static async Task<IResult> PageAsync(
        string token,
        TranscriptLinks links,
        TranscriptReader reader,
        SellerDirectory sellers,
        IDbContextFactory<SupportDbContext> contexts,
        CancellationToken cancellationToken) =>
        await FindAsync(token, links, reader, sellers, contexts, cancellationToken) is { } found
            ? Html(TranscriptPage.Of(found, $"{TranscriptLinks.Path}{Uri.EscapeDataString(token)}/text"), StatusCodes.Status200OK)
            : Over();

    private static async Task<IResult> TextAsync(
        string token,
        HttpContext context,
        TranscriptLinks links,
        TranscriptReader reader,
        SellerDirectory sellers,
        IDbContextFactory<SupportDbContext> contexts,
        CancellationToken cancellationToken)
    {
        if (await FindAsync(token, links, reader, sellers, contexts, cancellationToken) is not { } found)
        {
            return Over();
        }

        context.Response.Headers.ContentDisposition =
            new ContentDispositionHeaderValue("attachment") { FileName = $"conversation-{found.Began:yyyy-MM-dd}.txt" }.ToString();
        return TypedResults.Text(TranscriptText.Of(found), MediaTypeNames.Text.Plain, Encoding.UTF8);
    }

    private static async Task<ShownTranscript?> FindAsync(
        string token,
        TranscriptLinks links,
        TranscriptReader reader,
        SellerDirectory sellers,
        IDbContextFactory<SupportDbContext> contexts,
        CancellationToken cancellationToken)
    {
        if (links.Read(token) is not { } id)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Conversations.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } conversation
            || await sellers.FindAsync(conversation.SellerId ?? "", conversation.UserId, cancellationToken) is not { } profile)
        {
            return null;
        }

        return new ShownTranscript(
            profile.UserName ?? profile.SellerName,
            profile.SellerName,
            conversation.CreatedAt,
            ReaderFormat.For(profile.Locale, conversation.TimeZone),
            await reader.ReadAsync(id, cancellationToken));
    }

    private static ContentHttpResult Over() => Html(TranscriptPage.Over, StatusCodes.Status404NotFound);

    private static ContentHttpResult Html(string page, int status) => TypedResults.Content(page, "text/html; charset=utf-8", statusCode: status);

    /// <summary>Whoever has the address reads the conversation: it must not stay in caches, indexes or other sites' logs.</summary>
    private static ValueTask<object?> KeepPrivateAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = Policy;
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        return next(context);
    }
}
