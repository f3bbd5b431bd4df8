using System.Collections.Concurrent;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SupportBot.Channels.WebChat.Tokens;

/// <summary>
/// JWTs of one issuer for one use, HS256 and nothing else. Says whether a token is genuine and what it claims; the caller
/// judges its time, because a genuine token is remembered and a clock is not.
/// </summary>
internal sealed class SignedTokens<T>
{
    private const int MaxTokenLength = 4096;
    private const int MaxRemembered = 10_000;

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, SetDefaultTimesOnTokenCreation = false };
    private readonly ConcurrentDictionary<string, T> _genuine = new(StringComparer.Ordinal);
    private readonly TokenValidationParameters _rules;
    private readonly SigningCredentials _credentials;
    private readonly Func<JsonWebToken, T?> _read;

    /// <param name="read">Takes from a genuine token what it claims; null when something is missing.</param>
    public SignedTokens(string issuer, string audience, byte[] key, Func<JsonWebToken, T?> read)
    {
        var signingKey = new SymmetricSecurityKey(key);
        _credentials = new SigningCredentials(signingKey, SecurityAlgorithms.HmacSha256);
        _rules = new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            IssuerSigningKey = signingKey,
            ValidIssuer = issuer,
            ValidAudience = audience,
            ValidateLifetime = false,
        };
        _read = read;
    }

    public string Issue(IDictionary<string, object> claims, DateTimeOffset now, DateTimeOffset expires) =>
        _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = _rules.ValidIssuer,
            Audience = _rules.ValidAudience,
            Claims = claims,
            IssuedAt = now.UtcDateTime,
            Expires = expires.UtcDateTime,
            SigningCredentials = _credentials,
        });

    /// <summary>Default when the token is not genuine.</summary>
    public async ValueTask<T?> ReadAsync(string token)
    {
        if (_genuine.TryGetValue(token, out var known))
        {
            return known;
        }

        if (token.Length > MaxTokenLength)
        {
            return default;
        }

        var result = await _handler.ValidateTokenAsync(token, _rules);
        if (!result.IsValid || _read((JsonWebToken)result.SecurityToken) is not { } claims)
        {
            return default;
        }

        if (_genuine.Count >= MaxRemembered)
        {
            _genuine.Clear();
        }

        _genuine.TryAdd(token, claims);
        return claims;
    }
}
