using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SupportBot.Accounts.Reconnects;

/// <summary>What nobody can guess, and the traces of it that may be stored.</summary>
internal static class RandomSecret
{
    /// <summary>43 characters that need no escaping: also a code verifier of RFC 7636.</summary>
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>64 hexadecimal digits, for a column.</summary>
    public static string Trace(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>16 hexadecimal digits that tell one secret from another.</summary>
    public static string Name(string secret) => Trace(secret)[..16];

    /// <summary>The code challenge of RFC 7636, method S256.</summary>
    public static string Challenge(string verifier) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
}
