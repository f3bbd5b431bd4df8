using System.Text.Json.Nodes;

namespace SupportBot.Testing.Fakes.Teams;

internal sealed record ConnectorAnswer(int Status, JsonObject? Body)
{
    public static ConnectorAnswer Error(int status, string code) =>
        new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = $"The fake Connector answers {status}." } });
}
