using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace SupportBot.Channels.WebChat.Tokens;

/// <summary>Makes user tokens as the seller web app would. Only for the demo sign-in and for tests.</summary>
public sealed class UserTokenIssuer
{
    private readonly TimeProvider _realTime;
    private readonly SignedTokens<object> _tokens;

    public UserTokenIssuer(IOptions<WebChatOptions> options, TimeProvider realTime)
    {
        _realTime = realTime;
        _tokens = new SignedTokens<object>(
            UserTokens.Issuer, UserTokens.Audience, Encoding.UTF8.GetBytes(options.Value.SigningKey), _ => null);
    }

    /// <summary>A token that lasts for <see cref="UserTokens.MaxLifetime"/>.</summary>
    public string Issue(UserIdentity user)
    {
        var now = _realTime.GetUtcNow();
        var claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Sub] = user.UserId,
            [UserTokens.SellerClaim] = user.SellerId,
        };
        return _tokens.Issue(claims, now, now + UserTokens.MaxLifetime);
    }
}
