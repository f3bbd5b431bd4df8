using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SupportBot.Accounts.Sandbox;

internal static class SandboxAnswers
{
    public static IResult Json(JsonNode body, int status = 200) => Results.Text(body.ToJsonString(), "application/json", statusCode: status);

    public static IResult Html(string title, int status) =>
        Results.Text($"<html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>", "text/html", statusCode: status);

    public static IResult Tokens(ConnectionSandbox granted) => Json(new JsonObject
    {
        ["access_token"] = granted.AccessToken,
        ["expires_in"] = (int)SandboxTokens.AccessLifetime.TotalSeconds,
        ["token_type"] = "Bearer",
        ["refresh_token"] = granted.RefreshToken,
    });

    public static JsonArray Array<T>(IEnumerable<T>? items, Func<T, JsonObject> describe) => new([.. (items ?? []).Select(describe)]);

    public static bool Active(string status) => status == "active";
}
