using System.Text.Json;
using System.Text.Json.Serialization;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Escalation;

/// <summary>The JSON form of tickets: camelCase, whole-second UTC times, nulls written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(UtcSecondsConverter)])]
[JsonSerializable(typeof(TicketView))]
[JsonSerializable(typeof(IReadOnlyList<TicketView>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(JsonElement))]
public sealed partial class TicketJson : JsonSerializerContext;
