using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using SupportBot.Channels.WebChat.Admission;
using SupportBot.Channels.WebChat.Files;
using SupportBot.Storage;

namespace SupportBot.Channels.WebChat.Endpoints;

internal static class FileEndpoint
{
    public static void Map(IEndpointRouteBuilder directLine) =>
        directLine.MapGet("/files/{fileId}", DownloadAsync)
            .WithSummary("A file that was sent to a conversation")
            .WithDescription("Who may call: whoever knows the address, which nobody can guess; links and pictures in a page send no token.")
            .Produces(StatusCodes.Status200OK);

    private static async Task<IResult> DownloadAsync(
        string fileId, HttpContext context, RequestLimits limits, IDbContextFactory<SupportDbContext> contexts)
    {
        if (!limits.Allows(context.Connection.RemoteIpAddress))
        {
            return DirectLineProblem.TooManyRequests;
        }

        await using var db = await contexts.CreateDbContextAsync(context.RequestAborted);
        if (await db.Files.AsNoTracking().FirstOrDefaultAsync(f => f.Id == fileId, context.RequestAborted) is not { } file)
        {
            return DirectLineProblem.NotFound("There is no such file.");
        }

        // Whatever a browser is told about the content, it must not run it in the name of this site.
        var disposition = new ContentDispositionHeaderValue(FileKind.IsShownInline(file.ContentType) ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        var headers = context.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.CacheControl = "private, max-age=86400, immutable";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers["Referrer-Policy"] = "no-referrer";
        return TypedResults.Bytes(file.Content, file.ContentType);
    }
}
