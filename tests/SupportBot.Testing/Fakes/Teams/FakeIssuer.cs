using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SupportBot.Testing.Fakes.Teams;

/// <summary>Stands in for login.botframework.com: serves the metadata and the keys, and signs tokens with them.</summary>
public sealed class FakeIssuer : IAsyncDisposable
{
    public const string Issuer = "https://api.botframework.com";

    private readonly ConcurrentDictionary<string, IssuerKey> _keys = new();
    private readonly WebApplication _app;
    private int _reads;

    private FakeIssuer(WebApplication app, Uri address) => (_app, MetadataUrl) = (app, new Uri(address, "v1/.well-known/openidconfiguration"));

    public Uri MetadataUrl { get; }

    /// <summary>How often the keys were read.</summary>
    public int Reads => _reads;

    /// <summary>Answers 500 while true.</summary>
    public bool IsDown { get; set; }

    public static async Task<FakeIssuer> StartAsync()
    {
        FakeIssuer? issuer = null;
        var (app, address) = await LocalServer.StartAsync(map =>
        {
            map.MapGet("/v1/.well-known/openidconfiguration", (HttpRequest request) => issuer!.Answer(() => new JsonObject
            {
                ["issuer"] = Issuer,
                ["jwks_uri"] = $"http://{request.Host}/v1/.well-known/keys",
            }));
            map.MapGet("/v1/.well-known/keys", () => issuer!.Answer(issuer.Keys));
        });
        issuer = new FakeIssuer(app, address);
        return issuer;
    }

    /// <summary>A new key that signs for these channels.</summary>
    public IssuerKey AddKey(params string[] endorsements)
    {
        var key = new IssuerKey($"key-{_keys.Count + 1}", endorsements);
        _keys[key.Id] = key;
        return key;
    }

    public void Withdraw(IssuerKey key) => _keys.TryRemove(key.Id, out _);

    /// <summary>The claims of a good token.</summary>
    public static Dictionary<string, object> Claims(string appId, Uri serviceUrl)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new Dictionary<string, object>
        {
            ["iss"] = Issuer,
            ["aud"] = appId,
            ["nbf"] = now.AddMinutes(-10).ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(50).ToUnixTimeSeconds(),
            ["serviceurl"] = serviceUrl.AbsoluteUri,
        };
    }

    /// <param name="header">What the token's header says besides its type.</param>
    /// <param name="sign">Signs the bytes of header and payload.</param>
    public static string Token(IReadOnlyDictionary<string, object> header, IReadOnlyDictionary<string, object> claims, Func<byte[], byte[]> sign)
    {
        var full = new Dictionary<string, object>(header) { ["typ"] = "JWT" };
        var text = $"{Encode(JsonSerializer.SerializeToUtf8Bytes(full))}.{Encode(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        return $"{text}.{Encode(sign(System.Text.Encoding.ASCII.GetBytes(text)))}";
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        foreach (var key in _keys.Values)
        {
            key.Dispose();
        }
    }

    private IResult Answer(Func<JsonObject> document) => IsDown ? Results.StatusCode(500) : Results.Text(document().ToJsonString(), "application/json");

    private JsonObject Keys()
    {
        Interlocked.Increment(ref _reads);
        return new JsonObject { ["keys"] = new JsonArray([.. _keys.Values.Select(key => key.PublicKey)]) };
    }

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
