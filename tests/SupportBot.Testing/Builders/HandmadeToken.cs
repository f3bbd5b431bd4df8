using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SupportBot.Testing.Builders;

/// <summary>Signs user tokens by hand, also such as no library would make.</summary>
public static class HandmadeToken
{
    /// <summary>The claims of a good user token that lasts for half an hour.</summary>
    public static Dictionary<string, object> Claims(string sellerId, string userId, DateTimeOffset now) => new()
    {
        ["iss"] = "linkmybooks",
        ["aud"] = "supportbot",
        ["sub"] = userId,
        ["seller"] = sellerId,
        ["exp"] = now.AddMinutes(30).ToUnixTimeSeconds(),
    };

    /// <param name="algorithm">What the header says. HS384 is signed as such, everything else as HS256.</param>
    public static string Sign(IReadOnlyDictionary<string, object> claims, string key, string algorithm = "HS256")
    {
        var header = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["alg"] = algorithm, ["typ"] = "JWT" });
        var signed = $"{Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        var (keyBytes, bytes) = (Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(signed));
        var signature = algorithm == "HS384" ? HMACSHA384.HashData(keyBytes, bytes) : HMACSHA256.HashData(keyBytes, bytes);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }
}
