using System.Text.Json.Nodes;

namespace SupportBot.Testing.Fakes.Teams;

/// <summary>A call as it arrived at <see cref="FakeConnector"/>.</summary>
/// <param name="Path">As sent, still percent-encoded, with its query.</param>
public sealed record ConnectorRequest(string Method, string Path, string? Authorization, JsonObject? Body, int Status);
