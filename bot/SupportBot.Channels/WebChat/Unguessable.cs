using System.Buffers.Text;
using System.Security.Cryptography;

namespace SupportBot.Channels.WebChat;

/// <summary>Ids that nobody can find by trying; safe in addresses.</summary>
internal static class Unguessable
{
    /// <summary>22 characters, 128 bits.</summary>
    public static string ConversationId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>43 characters, 256 bits: the address of a file is its only credential.</summary>
    public static string FileId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
