using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportBot.Channels.WebChat.Tokens;
using SupportBot.Protocol.DirectLine;

namespace SupportBot.Channels.WebChat.Endpoints;

/// <summary>Answers with a conversation and the means to take part in it.</summary>
internal sealed class ConversationAnswer(DirectLineTokens tokens, PublicAddress address)
{
    public IResult Token(string token, DirectLineSession session) => Json(Conversation(token, session), StatusCodes.Status200OK);

    /// <param name="watermark">Where the stream begins; 0 for everything.</param>
    public IResult WithStream(string token, DirectLineSession session, long watermark, HttpRequest request, bool begun)
    {
        // http becomes ws, https becomes wss.
        var baseUrl = string.Concat("ws", address.BaseUrl(request).AsSpan("http".Length));
        var stream = tokens.IssueForStream(session);
        var answer = Conversation(token, session) with
        {
            StreamUrl = $"{baseUrl}{DirectLineEndpoints.Root}/conversations/{session.ConversationId}/stream?watermark={watermark}&t={stream}",
        };
        return Json(answer, begun ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private DirectLineConversation Conversation(string token, DirectLineSession session) => new()
    {
        ConversationId = session.ConversationId,
        Token = token,
        ExpiresIn = tokens.SecondsLeft(session),
    };

    private static JsonHttpResult<DirectLineConversation> Json(DirectLineConversation conversation, int status) =>
        TypedResults.Json(conversation, DirectLineJson.Default.DirectLineConversation, statusCode: status);
}
