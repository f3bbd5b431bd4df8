using Microsoft.AspNetCore.Http;
using SupportBot.Channels.WebChat.Tokens;

namespace SupportBot.Channels.WebChat.Admission;

/// <summary>Decides who may make a call, by its bearer token and by how much was asked lately.</summary>
internal sealed class Doorkeeper(UserTokens users, DirectLineTokens tokens, RequestLimits limits)
{
    private const string Scheme = "Bearer ";

    /// <summary>Lets in whoever holds a token of either kind.</summary>
    public async ValueTask<Admitted<Caller>> AdmitAsync(HttpContext context)
    {
        if (!limits.Allows(context.Connection.RemoteIpAddress))
        {
            return DirectLineProblem.TooManyRequests;
        }

        var identified = await IdentifyAsync(context.Request);
        return identified.Value is { } caller && !limits.Allows(caller.User) ? DirectLineProblem.TooManyRequests : identified;
    }

    /// <summary>Lets in whom the seller web app vouches for.</summary>
    public async ValueTask<Admitted<Caller>> AdmitUserAsync(HttpContext context)
    {
        var admitted = await AdmitAsync(context);
        return admitted.Value is { Session: not null }
            ? DirectLineProblem.NoToken("This needs the user token of the seller web app, not a conversation token.")
            : admitted;
    }

    /// <summary>Lets in whoever holds a conversation token.</summary>
    public async ValueTask<Admitted<Caller>> AdmitSessionAsync(HttpContext context)
    {
        var admitted = await AdmitAsync(context);
        return admitted.Value is { Session: null }
            ? DirectLineProblem.NoToken("This needs a conversation token from /v3/directline/tokens/generate.")
            : admitted;
    }

    /// <summary>Lets in the holder of this conversation's token.</summary>
    public async ValueTask<Admitted<DirectLineSession>> AdmitToAsync(HttpContext context, string conversationId)
    {
        var admitted = await AdmitSessionAsync(context);
        return admitted switch
        {
            { Problem: { } problem } => problem,
            { Value.Session: { } session } when session.ConversationId == conversationId => session,
            _ => DirectLineProblem.ForeignConversation,
        };
    }

    private async ValueTask<Admitted<Caller>> IdentifyAsync(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return DirectLineProblem.NoToken("Send the header 'Authorization: Bearer <token>'.");
        }

        var token = header[Scheme.Length..].Trim();
        var session = await tokens.ReadAsync(token);
        if (session.Verdict == TokenVerdict.Valid)
        {
            return new Caller(token, session.Value!.User, session.Value);
        }

        if (session.Verdict == TokenVerdict.Expired)
        {
            return DirectLineProblem.TokenExpired("The conversation token has ended. Get a new one with a user token.");
        }

        var user = await users.ReadAsync(token);
        return user.Verdict switch
        {
            TokenVerdict.Valid => new Caller(token, user.Value, Session: null),
            TokenVerdict.Expired => DirectLineProblem.NoToken("The user token has ended. Ask the seller web app for a new one."),
            _ => DirectLineProblem.NoToken(
                "The token is not valid here. A user token is signed with HS256, issued by linkmybooks for supportbot, names its user and "
                + "seller, and ends within the hour."),
        };
    }
}
