using System.Text.Json;
using SupportBot.Protocol.Activities;

namespace SupportBot.Protocol.Connector;

/// <summary>The body of <c>POST /v3/conversations</c>. Source: microsoft/botframework-sdk, botframework-channel.json.</summary>
public sealed record ConversationParameters
{
    public required bool IsGroup { get; init; }

    public ChannelAccount? Bot { get; init; }

    public string? TenantId { get; init; }

    /// <summary>The first message; a thread in a channel must have one.</summary>
    public required Activity Activity { get; init; }

    public JsonElement? ChannelData { get; init; }
}
