using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;

namespace SupportBot.Accounts.Sandbox;

/// <summary>What an app asks of a consent page (RFC 6749, 4.1.1; RFC 7636, 4.3).</summary>
internal sealed record ConsentRequest(string ClientId, string RedirectUri, string State, string Challenge, string Method, string ResponseType)
{
    public static ConsentRequest Read(IEnumerable<KeyValuePair<string, StringValues>> values)
    {
        var given = values.ToDictionary(v => v.Key, v => v.Value.ToString());
        string Of(string name) => given.GetValueOrDefault(name, "");
        return new(Of("client_id"), Of("redirect_uri"), Of("state"), Of("code_challenge"), Of("code_challenge_method"), Of("response_type"));
    }

    public IEnumerable<(string Name, string Value)> Fields =>
    [
        ("client_id", ClientId), ("redirect_uri", RedirectUri), ("state", State), ("code_challenge", Challenge),
        ("code_challenge_method", Method), ("response_type", ResponseType),
    ];

    /// <summary>An address that is not the app's own must not be redirected to, whatever it asks.</summary>
    public bool IsFrom(string? clientId, string callbackPath, HttpRequest request) =>
        ClientId == clientId && Uri.TryCreate(RedirectUri, UriKind.Absolute, out var address)
        && address.AbsolutePath == callbackPath
        && (address.IsLoopback || address.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));

    public bool HasProof => ResponseType == "code" && Method == "S256" && Challenge.Length == 43;

    public IResult Answer(params IEnumerable<(string Name, string Value)> values)
    {
        var query = new QueryBuilder(values.Select(v => KeyValuePair.Create(v.Name, v.Value))) { { "state", State } };
        return Results.Redirect(RedirectUri + query.ToQueryString());
    }
}
