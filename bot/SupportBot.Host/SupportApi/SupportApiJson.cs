using System.Text.Json.Serialization;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Language;

namespace SupportBot.Host.SupportApi;

/// <summary>The JSON of the calls whose shapes no other project keeps. What a text does not name is left out, other nulls are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(UtcSecondsConverter)])]
[JsonSerializable(typeof(UnderstandRequest))]
[JsonSerializable(typeof(Understanding))]
[JsonSerializable(typeof(IReadOnlyList<ConversationSummary>))]
[JsonSerializable(typeof(ConversationView))]
[JsonSerializable(typeof(SupportActionBody))]
[JsonSerializable(typeof(SupportActionView))]
[JsonSerializable(typeof(IReadOnlyList<OutboxView>))]
internal sealed partial class SupportApiJson : JsonSerializerContext;
