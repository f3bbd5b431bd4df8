using SupportBot.Host.SupportApi;

namespace SupportBot.Host.Startup;

/// <summary>Gives the refusals that the framework makes by itself a <c>detail</c> that tells what to do, as all others have.</summary>
internal static class ProblemAdvice
{
    public static void Add(ProblemDetailsContext context)
    {
        var request = context.HttpContext.Request;
        context.ProblemDetails.Detail ??= context.ProblemDetails.Status switch
        {
            StatusCodes.Status400BadRequest => $"The request cannot be read; a character that is none, such as %00, may stand in it. The calls are described at {SupportApiDescription.Path}.",
            StatusCodes.Status404NotFound => $"There is nothing at {request.Path}. The calls are described at {SupportApiDescription.Path}.",
            StatusCodes.Status405MethodNotAllowed => $"{request.Method} does not work at {request.Path}. Use {context.HttpContext.Response.Headers.Allow}.",
            StatusCodes.Status413PayloadTooLarge => "The body is too large. Send less at once.",
            StatusCodes.Status415UnsupportedMediaType => "The body's Content-Type does not fit this call. Send application/json.",
            >= 500 => "Something went wrong here, and it has been logged. Try again; if it happens again, pass the traceId on to support.",
            _ => null,
        };
    }
}
