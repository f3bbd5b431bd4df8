using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Xunit;

namespace SupportBot.ConversationTests.DirectLine;

/// <summary>What the server said.</summary>
public sealed record Answer(int Status, HttpResponseHeaders Headers, string Body)
{
    public JsonObject Json => (JsonObject)JsonNode.Parse(Body)!;

    public string Text(string member) => (string)Json[member]!;

    public IReadOnlyList<JsonObject> Activities => [.. Json["activities"]!.AsArray().Select(activity => (JsonObject)activity!)];

    /// <summary>A refusal is in Direct Line's form, which Web Chat reads, and in that of problem details, which everyone else does.</summary>
    public void AssertRefused(int status, string code)
    {
        Assert.Equal(status, Status);
        Assert.Equal(code, (string?)Json["error"]!["code"]);
        Assert.Equal(Text("detail"), (string?)Json["error"]!["message"]);
        Assert.Equal(status, (int)Json["status"]!);
        Assert.NotEmpty(Text("title"));
        Assert.NotEmpty(Text("type"));
        Assert.EndsWith(".", Text("detail"), StringComparison.Ordinal);
    }
}
