using System.Text.Json.Serialization;
using SupportBot.Protocol.Activities;

namespace SupportBot.Protocol.Connector;

/// <summary>The wire format of what the Bot Connector wraps around activities.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(CardActionError))]
[JsonSerializable(typeof(CardActionResponse))]
[JsonSerializable(typeof(CardActionValue))]
[JsonSerializable(typeof(ChannelAccount))]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(ConversationResourceResponse))]
[JsonSerializable(typeof(ExpectedReplies))]
[JsonSerializable(typeof(PagedMembersResult))]
[JsonSerializable(typeof(PostedActivity))]
[JsonSerializable(typeof(TeamsChannelData))]
public sealed partial class ConnectorJson : JsonSerializerContext;
