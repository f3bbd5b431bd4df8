using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace SupportBot.Channels.WebChat.Tokens;

/// <summary>
/// The channel's own tokens: good for one conversation and one user, refreshable while they live and until the session's
/// absolute end. Their keys are derived, so that no user token can pass for one of them, nor a stream token for the other kind.
/// </summary>
public sealed class DirectLineTokens
{
    /// <summary>How long a stream address may wait to be opened.</summary>
    public static readonly TimeSpan StreamTokenLifetime = TimeSpan.FromSeconds(60);

    private const string Issuer = "supportbot";

    private readonly WebChatOptions _options;
    private readonly TimeProvider _realTime;
    private readonly SignedTokens<DirectLineSession> _conversationTokens;
    private readonly SignedTokens<StreamTicket> _streamTokens;

    public DirectLineTokens(IOptions<WebChatOptions> options, TimeProvider realTime)
    {
        _options = options.Value;
        _realTime = realTime;
        _conversationTokens = For("directline", ReadSession);
        _streamTokens = For("directline-stream", ReadTicket);
    }

    /// <summary>A token for a session that begins now.</summary>
    public (string Token, DirectLineSession Session) Start(string conversationId, UserIdentity user, string? userName)
    {
        var now = _realTime.GetUtcNow();
        return Issue(new DirectLineSession(conversationId, user, userName, Guid.NewGuid().ToString("N"), now, now), now);
    }

    /// <summary>A further token for a session whose token is still alive.</summary>
    public (string Token, DirectLineSession Session) Refresh(DirectLineSession session) => Issue(session, _realTime.GetUtcNow());

    public async ValueTask<TokenReading<DirectLineSession>> ReadAsync(string token) =>
        await _conversationTokens.ReadAsync(token) is { } session ? Judge(session, session.ExpiresAt) : default;

    /// <summary>A short-lived credential for the stream's address.</summary>
    public string IssueForStream(DirectLineSession session)
    {
        var now = _realTime.GetUtcNow();
        var claims = Claims(session);
        claims[ClaimNames.Until] = session.ExpiresAt.ToUnixTimeSeconds();
        return _streamTokens.Issue(claims, now, now + StreamTokenLifetime);
    }

    /// <summary>The session to stream to; it ends with the conversation token for which the address was made.</summary>
    public async ValueTask<TokenReading<DirectLineSession>> ReadForStreamAsync(string token) =>
        await _streamTokens.ReadAsync(token) is { } ticket ? Judge(ticket.Session, ticket.OpenBefore) : default;

    /// <summary>Seconds from now until the session's token ends, for <c>expires_in</c>.</summary>
    public int SecondsLeft(DirectLineSession session) =>
        Math.Max(0, (int)(session.ExpiresAt - _realTime.GetUtcNow()).TotalSeconds);

    private SignedTokens<T> For<T>(string use, Func<JsonWebToken, T?> read)
    {
        var key = HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            Encoding.UTF8.GetBytes(_options.SigningKey),
            outputLength: 32,
            info: Encoding.UTF8.GetBytes($"supportbot/{use}/1"));
        return new SignedTokens<T>(Issuer, use, key, read);
    }

    private (string Token, DirectLineSession Session) Issue(DirectLineSession session, DateTimeOffset now)
    {
        var sessionEnd = session.StartedAt + _options.SessionLifetime;
        var expires = now + _options.TokenLifetime < sessionEnd ? now + _options.TokenLifetime : sessionEnd;
        var renewed = session with { ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(expires.ToUnixTimeSeconds()) };
        return (_conversationTokens.Issue(Claims(renewed), now, renewed.ExpiresAt), renewed);
    }

    private TokenReading<DirectLineSession> Judge(DirectLineSession session, DateTimeOffset end) =>
        end <= _realTime.GetUtcNow() ? new(TokenVerdict.Expired) : new(TokenVerdict.Valid, session);

    private static Dictionary<string, object> Claims(DirectLineSession session)
    {
        var claims = new Dictionary<string, object>
        {
            [ClaimNames.Conversation] = session.ConversationId,
            [ClaimNames.User] = session.User.UserId,
            [ClaimNames.Seller] = session.User.SellerId,
            [ClaimNames.Session] = session.SessionId,
            [ClaimNames.StartedAt] = session.StartedAt.ToUnixTimeSeconds(),
        };
        if (session.UserName is not null)
        {
            claims[ClaimNames.Name] = session.UserName;
        }

        return claims;
    }

    private static DirectLineSession? ReadSession(JsonWebToken token) =>
        token.TryGetPayloadValue(ClaimNames.Conversation, out string? conversation)
        && token.TryGetPayloadValue(ClaimNames.User, out string? user)
        && token.TryGetPayloadValue(ClaimNames.Seller, out string? seller)
        && token.TryGetPayloadValue(ClaimNames.Session, out string? sessionId)
        && token.TryGetPayloadValue(ClaimNames.StartedAt, out long startedAt)
            ? new DirectLineSession(
                conversation!,
                new UserIdentity(seller!, user!),
                token.TryGetPayloadValue(ClaimNames.Name, out string? name) ? name : null,
                sessionId!,
                DateTimeOffset.FromUnixTimeSeconds(startedAt),
                End(token))
            : null;

    private static StreamTicket? ReadTicket(JsonWebToken token) =>
        ReadSession(token) is { } session && token.TryGetPayloadValue(ClaimNames.Until, out long until)
            ? new StreamTicket(session with { ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(until) }, End(token))
            : null;

    private static DateTimeOffset End(JsonWebToken token) => new(DateTime.SpecifyKind(token.ValidTo, DateTimeKind.Utc));

    private sealed record StreamTicket(DirectLineSession Session, DateTimeOffset OpenBefore);

    private static class ClaimNames
    {
        public const string Conversation = "conv";

        /// <summary>Web Chat reads its own user id from this one.</summary>
        public const string User = "user";

        public const string Seller = "seller";
        public const string Name = "name";
        public const string Session = "sid";
        public const string StartedAt = "started";
        public const string Until = "until";
    }
}
