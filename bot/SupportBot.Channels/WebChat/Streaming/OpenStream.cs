using SupportBot.Channels.WebChat.Tokens;

namespace SupportBot.Channels.WebChat.Streaming;

/// <summary>One open socket.</summary>
internal sealed class OpenStream(DirectLineSession session)
{
    private long _endTicks = session.ExpiresAt.UtcTicks;

    public UserIdentity User => session.User;

    public string SessionId => session.SessionId;

    /// <summary>Moves ahead when the session's token is refreshed.</summary>
    public DateTimeOffset End
    {
        get => new(Interlocked.Read(ref _endTicks), TimeSpan.Zero);
        set => Interlocked.Exchange(ref _endTicks, value.UtcTicks);
    }
}
