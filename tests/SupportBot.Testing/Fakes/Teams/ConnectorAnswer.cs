using System.Text.Json.Nodes;

namespace SupportBot.Testing.Fakes.Teams;

/// <param name="Content">A file, where the answer is no JSON.</param>
internal sealed record ConnectorAnswer(int Status, JsonObject? Body, byte[]? Content = null)
{
    public static ConnectorAnswer Error(int status, string code) =>
        new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = $"The fake Connector answers {status}." } });
}
