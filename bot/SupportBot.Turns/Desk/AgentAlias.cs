using System.Security.Cryptography;
using System.Text;
using SupportBot.Escalation.Lifecycle;

namespace SupportBot.Turns.Desk;

/// <summary>What an agent is called to sellers' clients: the same throughout a conversation, and elsewhere another.</summary>
internal static class AgentAlias
{
    public static string Of(SupportAgent agent, string conversationId) =>
        "agent:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{conversationId}\n{agent.Id}")))[..24];
}
