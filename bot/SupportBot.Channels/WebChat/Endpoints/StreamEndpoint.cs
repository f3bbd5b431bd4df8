using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using SupportBot.Channels.WebChat.Activities;
using SupportBot.Channels.WebChat.Admission;
using SupportBot.Channels.WebChat.Streaming;
using SupportBot.Channels.WebChat.Tokens;

namespace SupportBot.Channels.WebChat.Endpoints;

internal static class StreamEndpoint
{
    /// <summary>A browser answers pings by itself; one that does not is gone, even if its network never said so.</summary>
    private static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(20);

    public static void Map(IEndpointRouteBuilder directLine) =>
        directLine.MapGet("/conversations/{conversationId}/stream", OpenAsync)
            .WithSummary("What is said, as it is said (WebSocket)")
            .WithDescription(
                "Who may call: whoever got the address in a streamUrl less than a minute ago; a browser only from an allowed site. "
                + "Sends ActivitySet frames, and empty ones to show that it lives.")
            .Produces(StatusCodes.Status101SwitchingProtocols);

    private static async Task<IResult> OpenAsync(
        string conversationId,
        string? t,
        string? watermark,
        HttpContext context,
        RequestLimits limits,
        DirectLineTokens tokens,
        PublicAddress address,
        OpenStreams streams,
        ActivityStreamer streamer,
        IHostApplicationLifetime lifetime)
    {
        if (!limits.Allows(context.Connection.RemoteIpAddress))
        {
            return DirectLineProblem.TooManyRequests;
        }

        var ticket = await tokens.ReadForStreamAsync(t ?? "");
        if (ticket.Verdict != TokenVerdict.Valid)
        {
            return ticket.Verdict == TokenVerdict.Expired
                ? DirectLineProblem.TokenExpired("The stream address has ended. Get a new one from the conversation.")
                : DirectLineProblem.NoToken("Open the streamUrl as the conversation gave it.");
        }

        var session = ticket.Value!;
        if (session.ConversationId != conversationId)
        {
            return DirectLineProblem.ForeignConversation;
        }

        if (!address.MayOpenSocket(context.Request))
        {
            return DirectLineProblem.ForeignOrigin;
        }

        if (!Watermark.TryRead(watermark, out var after))
        {
            return Watermark.Bad;
        }

        if (!context.WebSockets.IsWebSocketRequest)
        {
            return DirectLineProblem.BadArgument("Open the stream as a WebSocket.");
        }

        if (!limits.Allows(session.User) || streams.TryAdd(session) is not { } stream)
        {
            return DirectLineProblem.TooManyRequests;
        }

        try
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync(
                new WebSocketAcceptContext { KeepAliveInterval = PingInterval, KeepAliveTimeout = PingTimeout });
            await streamer.RunAsync(socket, stream, conversationId, after, address.BaseUrl(context.Request), lifetime.ApplicationStopping);
        }
        finally
        {
            streams.Remove(stream);
        }

        return Results.Empty;
    }
}
