using System.Collections.Concurrent;
using SupportBot.Channels.WebChat.Tokens;
using SupportBot.Storage.Conversations;
using SupportBot.Turns.Conversations;

namespace SupportBot.Channels.WebChat;

/// <summary>
/// Makes sure that the conversation of a token exists. Our token is proof enough that it should: a client that skips the
/// call that starts it, or finds a database restored from a backup, talks on instead of meeting the 404 that Web Chat never recovers from.
/// </summary>
internal sealed class ConversationOpener(ConversationDirectory conversations)
{
    private const int MaxRemembered = 50_000;

    private readonly ConcurrentDictionary<string, bool> _open = new(StringComparer.Ordinal);

    /// <summary>True when the conversation was begun by this call.</summary>
    public async ValueTask<bool> EnsureOpenAsync(DirectLineSession session, CancellationToken cancellationToken)
    {
        if (_open.ContainsKey(session.ConversationId))
        {
            return false;
        }

        var begun = await conversations.StartAsync(
            new NewConversation(session.ConversationId, ConversationChannel.WebChat, session.User.SellerId, session.User.UserId),
            cancellationToken);
        if (_open.Count >= MaxRemembered)
        {
            _open.Clear();
        }

        _open.TryAdd(session.ConversationId, true);
        return begun;
    }
}
