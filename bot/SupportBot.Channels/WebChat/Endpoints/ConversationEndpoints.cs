using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SupportBot.Accounts;
using SupportBot.Channels.WebChat.Activities;
using SupportBot.Channels.WebChat.Admission;
using SupportBot.Channels.WebChat.Tokens;
using SupportBot.Protocol.DirectLine;
using SupportBot.Storage.Conversations;
using SupportBot.Turns.Conversations;

namespace SupportBot.Channels.WebChat.Endpoints;

internal static class ConversationEndpoints
{
    public static void Map(IEndpointRouteBuilder directLine)
    {
        directLine.MapPost("/conversations", StartAsync)
            .WithSummary("Begins the token's conversation")
            .WithDescription(
                "Who may call: whoever holds a conversation token (201 the first time, 200 when the conversation exists), or a user "
                + "token of the seller web app, which always begins a new conversation.")
            .Produces<DirectLineConversation>(StatusCodes.Status201Created)
            .Produces<DirectLineConversation>();
        directLine.MapGet("/conversations/{conversationId}", ReconnectAsync)
            .WithSummary("Comes back to a conversation, with a new stream address")
            .WithDescription(
                "Who may call: whoever holds this conversation's token, or the user token of its owner. The stream begins after "
                + "?watermark=, or with the first message.")
            .Produces<DirectLineConversation>();
    }

    private static async Task<IResult> StartAsync(
        HttpContext context,
        Doorkeeper doorkeeper,
        SellerDirectory sellers,
        DirectLineTokens tokens,
        ConversationOpener opener,
        ConversationAnswer answer)
    {
        var admitted = await doorkeeper.AdmitAsync(context);
        if (admitted.Value is not { } caller)
        {
            return admitted.Problem!;
        }

        var (token, session) = (caller.Token, caller.Session);
        if (session is null)
        {
            if (await sellers.FindAsync(caller.User.SellerId, caller.User.UserId, context.RequestAborted) is not { } profile)
            {
                return DirectLineProblem.UnknownUser;
            }

            (token, session) = tokens.Start(Unguessable.ConversationId(), caller.User, profile.UserName);
        }

        var begun = await opener.EnsureOpenAsync(session, context.RequestAborted);
        return answer.WithStream(token, session, watermark: 0, context.Request, begun);
    }

    private static async Task<IResult> ReconnectAsync(
        string conversationId,
        string? watermark,
        HttpContext context,
        Doorkeeper doorkeeper,
        SellerDirectory sellers,
        ConversationDirectory conversations,
        DirectLineTokens tokens,
        ConversationOpener opener,
        ConversationAnswer answer)
    {
        var admitted = await doorkeeper.AdmitAsync(context);
        if (admitted.Value is not { } caller)
        {
            return admitted.Problem!;
        }

        if (!Watermark.TryRead(watermark, out var after))
        {
            return Watermark.Bad;
        }

        if (caller.Session is { } session)
        {
            if (session.ConversationId != conversationId)
            {
                return DirectLineProblem.ForeignConversation;
            }

            await opener.EnsureOpenAsync(session, context.RequestAborted);
            return answer.WithStream(caller.Token, session, after, context.Request, begun: false);
        }

        var conversation = await conversations.FindAsync(conversationId, context.RequestAborted);
        if (conversation is null)
        {
            return DirectLineProblem.NotFound("There is no such conversation.");
        }

        if (conversation.Channel != ConversationChannel.WebChat || caller.User != new UserIdentity(conversation.SellerId ?? "", conversation.UserId ?? ""))
        {
            return DirectLineProblem.ForeignConversation;
        }

        if (await sellers.FindAsync(caller.User.SellerId, caller.User.UserId, context.RequestAborted) is not { } profile)
        {
            return DirectLineProblem.UnknownUser;
        }

        var (token, begun) = tokens.Start(conversationId, caller.User, profile.UserName);
        return answer.WithStream(token, begun, after, context.Request, begun: false);
    }
}
