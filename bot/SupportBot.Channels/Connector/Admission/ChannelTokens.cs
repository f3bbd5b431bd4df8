using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SupportBot.Channels.Connector.Admission;

/// <summary>
/// Checks the tokens with which Azure Bot Service vouches for an activity. Source: the Bot Connector authentication documentation,
/// "Connector to bot".
/// </summary>
internal sealed class ChannelTokens(SigningKeys keys, IOptions<BotFrameworkOptions> options)
{
    private const string ServiceUrlClaim = "serviceurl";
    private const string Endorsements = "endorsements";

    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private readonly JsonWebTokenHandler _handler = new();

    /// <returns>What the token vouches for, or why it does not.</returns>
    public async ValueTask<(ChannelVoucher? Voucher, Refusal? Refusal)> CheckAsync(string token, CancellationToken cancellationToken)
    {
        var appId = options.Value.AppId;
        if (appId.Length == 0)
        {
            return (null, Refusal.BadToken("no-app-id"));
        }

        if (KeyId(token) is not { } keyId)
        {
            return (null, Refusal.BadToken("unreadable"));
        }

        var found = await keys.FindAsync(keyId, cancellationToken);
        if (found.Key is not { } key)
        {
            return (null, found.IsAvailable ? Refusal.BadToken("unknown-key") : Refusal.KeysUnavailable);
        }

        var result = await _handler.ValidateTokenAsync(token, Rules(appId, key));
        return result is { IsValid: true, SecurityToken: JsonWebToken checkedToken }
            ? (new ChannelVoucher(ServiceUrl(checkedToken), Channels(key)), null)
            : (null, Refusal.BadToken(Reason(result.Exception)));
    }

    private TokenValidationParameters Rules(string appId, JsonWebKey key) => new()
    {
        ValidIssuer = options.Value.Issuer,
        ValidAudience = appId,
        IssuerSigningKey = key,
        TryAllIssuerSigningKeys = false,
        ValidAlgorithms = Algorithms,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ClockSkew = ClockSkew,
    };

    private string? KeyId(string token)
    {
        if (!_handler.CanReadToken(token))
        {
            return null;
        }

        try
        {
            return _handler.ReadJsonWebToken(token).Kid is { Length: > 0 } keyId ? keyId : null;
        }
        catch (Exception exception) when (exception is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    private static string? ServiceUrl(JsonWebToken token) => token.TryGetPayloadValue(ServiceUrlClaim, out string? url) ? url : null;

    private static List<string> Channels(JsonWebKey key) =>
        key.AdditionalData.TryGetValue(Endorsements, out var value) && value is JsonElement { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];

    private static string Reason(Exception? exception) => exception switch
    {
        SecurityTokenInvalidIssuerException => "issuer",
        SecurityTokenInvalidAudienceException => "audience",
        SecurityTokenExpiredException or SecurityTokenNotYetValidException or SecurityTokenNoExpirationException or SecurityTokenInvalidLifetimeException => "lifetime",
        SecurityTokenInvalidAlgorithmException => "algorithm",
        SecurityTokenInvalidSignatureException or SecurityTokenSignatureKeyNotFoundException => "signature",
        _ => "invalid",
    };
}

/// <summary>What a checked token vouches for.</summary>
/// <param name="ServiceUrl">The only address that the token's activity may name.</param>
/// <param name="Channels">The channel ids for which the key that signed is good.</param>
internal sealed record ChannelVoucher(string? ServiceUrl, IReadOnlyList<string> Channels);
