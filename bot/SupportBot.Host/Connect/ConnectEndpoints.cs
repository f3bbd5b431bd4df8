using Microsoft.AspNetCore.Http.HttpResults;
using SupportBot.Accounts.Reconnects;
using SupportBot.Channels.WebChat;
using SupportBot.Turns.Commits;
using SupportBot.Turns.Inbox;

namespace SupportBot.Host.Connect;

/// <summary>Where the chat's Reconnect button leads, and where the platform sends the browser back to.</summary>
internal static class ConnectEndpoints
{
    public static void MapConnect(this IEndpointRouteBuilder endpoints)
    {
        var connect = endpoints.MapGroup("/connect/{platform:regex(^(xero|quickbooks)$)}").ExcludeFromDescription().AddEndpointFilter(KeepToItselfAsync);
        connect.MapGet("", BeginAsync);
        connect.MapGet("/callback", FinishAsync);
    }

    private static async Task<IResult> BeginAsync(
        HttpContext http, string platform, string? link, ReconnectFlows flows, PublicAddress address, CommitQueue commits, CancellationToken cancellationToken)
    {
        var began = await flows.BeginAsync(platform, link, new Uri(address.BaseUrl(http.Request) + "/"), cancellationToken);
        if (began is not ReconnectResult.Begun begun)
        {
            return Stopped(platform, began);
        }

        await commits.CommitAsync(CommitUnit.Of(begun.Store), cancellationToken);
        BrowserCookie.Write(http, address, begun);
        return TypedResults.Redirect(begun.Authorise.AbsoluteUri);
    }

    private static async Task<IResult> FinishAsync(
        HttpContext http, string platform, string? state, string? code, string? error, string? realmId,
        ReconnectFlows flows, PublicAddress address, EventInbox inbox, CancellationToken cancellationToken)
    {
        var answer = new AuthorisationAnswer(state, code, error, realmId);
        var finished = await flows.FinishAsync(platform, answer, BrowserCookie.Read(http, answer), cancellationToken);
        if (finished is not ReconnectResult.Connected connected)
        {
            return Stopped(platform, finished);
        }

        // One commit: the tokens count, and the conversation will hear of it. Whoever closes the page now does not stop it.
        var subject = connected.Subject;
        await inbox.AcceptAsync(
            ReconnectedEvent.For(subject.ConversationId, connected.Key, platform, subject.ConnectionId, connected.Store), CancellationToken.None);
        BrowserCookie.Delete(http, address, answer);
        return Page(ConnectPage.Connected(Brand(platform), connected.Organisation));
    }

    private static ContentHttpResult Stopped(string platform, ReconnectResult result)
    {
        var stopped = (ReconnectResult.Stopped)result;
        return Page(ConnectPage.Stopped(Brand(platform), stopped), stopped.Problem switch
        {
            ReconnectProblem.NotAllowed => StatusCodes.Status403Forbidden,
            ReconnectProblem.LinkOver or ReconnectProblem.AnswerOver => StatusCodes.Status410Gone,
            ReconnectProblem.PlatformTrouble => StatusCodes.Status502BadGateway,
            _ => StatusCodes.Status409Conflict,
        });
    }

    /// <summary>The addresses carry codes: nothing keeps them, and no other site learns them.</summary>
    private static ValueTask<object?> KeepToItselfAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        return next(context);
    }

    private static ContentHttpResult Page(string html, int status = StatusCodes.Status200OK) => TypedResults.Text(html, "text/html; charset=utf-8", null, status);

    private static string Brand(string platform) => platform == "xero" ? "Xero" : "QuickBooks";
}
