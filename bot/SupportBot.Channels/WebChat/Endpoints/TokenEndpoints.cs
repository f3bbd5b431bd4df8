using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SupportBot.Accounts;
using SupportBot.Channels.Requests;
using SupportBot.Channels.WebChat.Admission;
using SupportBot.Channels.WebChat.Streaming;
using SupportBot.Channels.WebChat.Tokens;
using SupportBot.Protocol.DirectLine;
using SupportBot.Storage.Conversations;
using SupportBot.Turns.Cases;
using SupportBot.Turns.Conversations;

namespace SupportBot.Channels.WebChat.Endpoints;

internal static class TokenEndpoints
{
    public static void Map(IEndpointRouteBuilder directLine)
    {
        directLine.MapPost("/tokens/generate", GenerateAsync)
            .WithSummary("A token for one conversation of the signed-in user")
            .WithDescription(
                "Who may call: whoever holds a user token of the seller web app. The conversation is a new one, or with "
                + "{\"resume\":true} in the body the user's latest open one, or with {\"case\":\"…\"} the user's own about a forwarded case.")
            .Produces<DirectLineConversation>();
        directLine.MapPost("/tokens/refresh", RefreshAsync)
            .WithSummary("A further token in place of one that is still alive")
            .WithDescription("Who may call: whoever holds a conversation token that has not ended, until the session's absolute end.")
            .Produces<DirectLineConversation>();
    }

    private static async Task<IResult> GenerateAsync(
        HttpContext context,
        Doorkeeper doorkeeper,
        SellerDirectory sellers,
        ConversationDirectory conversations,
        CaseConversations cases,
        DirectLineTokens tokens,
        ConversationAnswer answer)
    {
        var aborted = context.RequestAborted;
        var admitted = await doorkeeper.AdmitUserAsync(context);
        if (admitted.Value is not { User: var user })
        {
            return admitted.Problem!;
        }

        var body = await JsonBody.ReadAsync(context.Request, DirectLineJson.Default.TokenParameters);
        if (body.Flaw is { } flaw)
        {
            return DirectLineProblem.Of(flaw);
        }

        if (await sellers.FindAsync(user.SellerId, user.UserId, aborted) is not { } profile)
        {
            return DirectLineProblem.UnknownUser;
        }

        var start = new NewConversation(
            Unguessable.ConversationId(), ConversationChannel.WebChat, user.SellerId, user.UserId, TimeZone: KnownTimeZone.Of(body.Value?.LocalTimezone));
        var conversationId = body.Value switch
        {
            { Case: { Length: > 0 and <= CaseConversations.LongestCaseId } caseId } when !caseId.Contains('\0', StringComparison.Ordinal) => await cases.OpenAsync(start with { CaseId = caseId }, aborted),
            { Resume: true } => (await conversations.FindLatestOpenAsync(user.SellerId, user.UserId, ConversationChannel.WebChat, aborted))?.Id ?? start.Id,
            _ => start.Id,
        };
        var (token, session) = tokens.Start(conversationId, user, profile.UserName);
        return answer.Token(token, session);
    }

    private static async Task<IResult> RefreshAsync(
        HttpContext context,
        Doorkeeper doorkeeper,
        SellerDirectory sellers,
        DirectLineTokens tokens,
        OpenStreams streams,
        ConversationAnswer answer)
    {
        var admitted = await doorkeeper.AdmitSessionAsync(context);
        if (admitted.Value?.Session is not { } session)
        {
            return admitted.Problem!;
        }

        if (await sellers.FindAsync(session.User.SellerId, session.User.UserId, context.RequestAborted) is null)
        {
            return DirectLineProblem.TokenExpired("The account no longer has this user.");
        }

        var (token, refreshed) = tokens.Refresh(session);
        streams.Extend(refreshed);
        return answer.Token(token, refreshed);
    }
}
