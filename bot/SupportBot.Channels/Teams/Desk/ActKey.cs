using System.Security.Cryptography;
using System.Text;

namespace SupportBot.Channels.Teams.Desk;

/// <summary>Teams' own name for something that an agent did, at a length that fits: a repeated delivery has the same.</summary>
internal static class ActKey
{
    public static string Of(TeamsOrigin origin) =>
        "agent:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{origin.ConversationId}\n{origin.ActivityId}")));
}
