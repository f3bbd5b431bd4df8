using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportBot.Knowledge.Diagnoses;

/// <summary>The one JSON form of a diagnosis: the support API's answer and a ticket's <c>diagnosis</c>. Nulls are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(UtcSecondsConverter)])]
[JsonSerializable(typeof(Diagnosis))]
public sealed partial class DiagnosisJson : JsonSerializerContext
{
    public static string Write(Diagnosis diagnosis) => JsonSerializer.Serialize(diagnosis, Default.Diagnosis);

    public static Diagnosis Read(string json) =>
        JsonSerializer.Deserialize(json, Default.Diagnosis) ?? throw new JsonException("A diagnosis must be a JSON object.");
}
