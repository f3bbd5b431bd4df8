using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace SupportBot.Channels.WebChat.Tokens;

/// <summary>
/// The tokens with which the seller web app vouches for its visitor: HS256, <c>iss</c> linkmybooks, <c>aud</c> supportbot,
/// <c>sub</c> the user, <c>seller</c> the account, <c>exp</c> at most one hour ahead. Judged by real time, never by a demo clock.
/// </summary>
public sealed class UserTokens
{
    internal const string Issuer = "linkmybooks";
    internal const string Audience = "supportbot";
    internal const string SellerClaim = "seller";

    /// <summary>The furthest that a token's end may lie ahead.</summary>
    public static readonly TimeSpan MaxLifetime = TimeSpan.FromHours(1);

    /// <summary>The columns that hold ids.</summary>
    private const int MaxIdLength = 64;

    /// <summary>The web app's clock may run ahead of ours by this much.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _realTime;
    private readonly SignedTokens<Claims> _tokens;

    public UserTokens(IOptions<WebChatOptions> options, TimeProvider realTime)
    {
        _realTime = realTime;
        _tokens = new SignedTokens<Claims>(Issuer, Audience, Encoding.UTF8.GetBytes(options.Value.SigningKey), Read);
    }

    public async ValueTask<TokenReading<UserIdentity>> ReadAsync(string token)
    {
        if (await _tokens.ReadAsync(token) is not { } claims)
        {
            return default;
        }

        var now = _realTime.GetUtcNow();
        if (claims.Expires <= now)
        {
            return new(TokenVerdict.Expired);
        }

        return claims.Expires > now + MaxLifetime || claims.NotBefore > now + ClockSkew
            ? default
            : new(TokenVerdict.Valid, claims.User);
    }

    /// <summary>Without <c>exp</c> the library says <see cref="DateTime.MinValue"/>, which reads as expired long ago.</summary>
    private static Claims? Read(JsonWebToken token) =>
        Id(token, JwtRegisteredClaimNames.Sub) is { } user && Id(token, SellerClaim) is { } seller
            ? new Claims(new UserIdentity(seller, user), Utc(token.ValidTo), Utc(token.ValidFrom))
            : null;

    private static string? Id(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue(claim, out string? id) && id is { Length: > 0 and <= MaxIdLength } ? id : null;

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));

    private sealed record Claims(UserIdentity User, DateTimeOffset Expires, DateTimeOffset NotBefore);
}
