using System.Text.Json.Serialization;

namespace SupportBot.Protocol.DirectLine;

/// <summary>The wire format of what Direct Line wraps around activities.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ActivitySet))]
[JsonSerializable(typeof(DirectLineConversation))]
[JsonSerializable(typeof(DirectLineError))]
[JsonSerializable(typeof(InboundChannelData))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(TokenParameters))]
public sealed partial class DirectLineJson : JsonSerializerContext;
