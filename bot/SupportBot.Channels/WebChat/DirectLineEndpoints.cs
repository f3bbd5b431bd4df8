using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SupportBot.Channels.WebChat.Endpoints;

namespace SupportBot.Channels.WebChat;

/// <summary>Direct Line 3.0, as <c>botframework-webchat</c> speaks it. Every endpoint says in its description who may call it.</summary>
public static class DirectLineEndpoints
{
    internal const string Root = "/v3/directline";

    /// <summary>Needs <c>UseWebSockets</c> and <c>UseCors</c> before it.</summary>
    public static IEndpointRouteBuilder MapDirectLine(this IEndpointRouteBuilder endpoints)
    {
        var directLine = endpoints.MapGroup(Root).WithTags("Direct Line").RequireCors(WebChatCors.Policy);
        directLine.AddEndpointFilter((invocation, next) =>
        {
            invocation.HttpContext.Response.Headers.CacheControl = "no-store";
            return next(invocation);
        });
        TokenEndpoints.Map(directLine);
        ConversationEndpoints.Map(directLine);
        ActivityEndpoints.Map(directLine);
        UploadEndpoint.Map(directLine);
        FileEndpoint.Map(directLine);
        StreamEndpoint.Map(directLine);
        return endpoints;
    }
}
