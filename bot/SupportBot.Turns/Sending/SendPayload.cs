using System.Text.Json;
using System.Text.Json.Serialization;
using SupportBot.Turns.Outbox;

namespace SupportBot.Turns.Sending;

/// <summary>Which settlement to send; the outbox work of kind <see cref="Kind"/>.</summary>
/// <param name="MissingOnly">The seller has seen what stands where and wants the rest.</param>
internal sealed record SendPayload(string SellerId, string SettlementId, bool MissingOnly)
{
    public const string Kind = "send-settlement";

    /// <summary>One settlement is sent by one run at a time, whoever asked for it.</summary>
    public OutboxWork ToWork(string conversationId) => new(
        Kind, $"send:{SellerId}/{SettlementId}", JsonSerializer.Serialize(this, SendPayloadJson.Default.SendPayload), conversationId);

    public static SendPayload Read(string json) => JsonSerializer.Deserialize(json, SendPayloadJson.Default.SendPayload)!;
}

[JsonSerializable(typeof(SendPayload))]
internal sealed partial class SendPayloadJson : JsonSerializerContext;
