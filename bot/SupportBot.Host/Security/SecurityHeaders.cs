using Microsoft.Extensions.Primitives;

namespace SupportBot.Host.Security;

internal static class SecurityHeaders
{
    /// <summary>
    /// Scripts and styles of our own only. Web Chat makes empty style elements and fills them by script; the hash is that of
    /// an empty text. Uploads read <c>blob:</c> addresses.
    /// </summary>
    private const string ForPages =
        "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; "
        + "img-src 'self' data: blob:; connect-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string ForEverythingElse = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>Put it first: errors need the headers too. An endpoint's own Content-Security-Policy and Referrer-Policy stay.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(static state => Add((HttpResponse)state), context.Response);
        return next(context);
    });

    private static Task Add(HttpResponse response)
    {
        // A browser keeps the headers of what it has, and would take those of an answer that has no content type for the page's.
        if (response.StatusCode == StatusCodes.Status304NotModified)
        {
            return Task.CompletedTask;
        }

        var headers = response.Headers;
        var isPage = response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;
        headers.XContentTypeOptions = "nosniff";
        headers.TryAdd("Referrer-Policy", "same-origin");
        if (StringValues.IsNullOrEmpty(headers.ContentSecurityPolicy))
        {
            headers.ContentSecurityPolicy = isPage ? ForPages : ForEverythingElse;
        }

        if (isPage)
        {
            headers.XFrameOptions = "DENY";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        }

        return Task.CompletedTask;
    }
}
