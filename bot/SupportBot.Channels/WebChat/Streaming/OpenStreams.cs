using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SupportBot.Channels.WebChat.Tokens;

namespace SupportBot.Channels.WebChat.Streaming;

/// <summary>
/// This node's open sockets. A socket ends with its token; when the client refreshes that, its socket may stay, because a
/// closed one leaves Web Chat deaf for up to 15 seconds. On another node it is closed, and the client comes back with its new token.
/// </summary>
internal sealed class OpenStreams(IOptions<WebChatOptions> options)
{
    private readonly ConcurrentDictionary<OpenStream, bool> _streams = new();

    /// <summary>Null when the user has too many. Hand it back to <see cref="Remove"/>.</summary>
    public OpenStream? TryAdd(DirectLineSession session)
    {
        var stream = new OpenStream(session);
        _streams.TryAdd(stream, true);
        if (_streams.Count(other => other.Key.User == session.User) <= options.Value.MaxStreamsPerUser)
        {
            return stream;
        }

        Remove(stream);
        return null;
    }

    public void Remove(OpenStream stream) => _streams.TryRemove(stream, out _);

    public void Extend(DirectLineSession refreshed)
    {
        foreach (var (stream, _) in _streams.Where(stream => stream.Key.SessionId == refreshed.SessionId))
        {
            stream.End = refreshed.ExpiresAt;
        }
    }
}
