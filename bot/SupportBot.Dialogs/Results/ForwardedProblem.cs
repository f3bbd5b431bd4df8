using System.Text.Json;
using System.Text.Json.Serialization;
using SupportBot.Dialogs.Engine;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Dialogs.Results;

/// <summary>What a case passes on: the problem as it was seen, and what has to be looked at to see it again.</summary>
/// <param name="Platform"><c>xero</c> or <c>quickbooks</c>.</param>
public sealed record ForwardedProblem(OpenProblem Problem, DiagnosisScope Scope, string Platform)
{
    public static string Write(ForwardedProblem problem) => JsonSerializer.Serialize(problem, ForwardedProblemJson.Default.ForwardedProblem);

    public static ForwardedProblem Read(string json) =>
        JsonSerializer.Deserialize(json, ForwardedProblemJson.Default.ForwardedProblem) ?? throw new JsonException("A forwarded problem must be a JSON object.");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ForwardedProblem))]
internal sealed partial class ForwardedProblemJson : JsonSerializerContext;
