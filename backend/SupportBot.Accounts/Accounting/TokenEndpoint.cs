using System.Net.Http.Headers;
using System.Text;

namespace SupportBot.Accounts.Accounting;

/// <summary>The token calls, which Xero and QuickBooks share.</summary>
internal static class TokenEndpoint
{
    /// <summary>A new pair for a refresh token that is good for one use (RFC 6749, 6).</summary>
    public static Task<PlatformResult<IssuedTokens>> RefreshAsync(
        HttpClient http, Uri endpoint, PlatformOptions options, string refreshToken, CancellationToken cancellationToken) =>
        AskAsync(http, endpoint, options, [new("grant_type", "refresh_token"), new("refresh_token", refreshToken)], refreshToken, cancellationToken);

    /// <summary>The first pair for a code (RFC 6749, 4.1.3; RFC 7636, 4.5).</summary>
    public static Task<PlatformResult<IssuedTokens>> ExchangeAsync(
        HttpClient http, Uri endpoint, PlatformOptions options, string code, string redirectUri, string verifier, CancellationToken cancellationToken) =>
        AskAsync(
            http, endpoint, options,
            [new("grant_type", "authorization_code"), new("code", code), new("redirect_uri", redirectUri), new("code_verifier", verifier)],
            null, cancellationToken);

    private static async Task<PlatformResult<IssuedTokens>> AskAsync(
        HttpClient http, Uri endpoint, PlatformOptions options, IEnumerable<KeyValuePair<string, string>> form, string? refreshToken,
        CancellationToken cancellationToken)
    {
        // An app without a secret is a public one, which names itself in the form (RFC 6749, 3.2.1).
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
        {
            Content = new FormUrlEncodedContent(options.ClientSecret is null ? form.Append(new("client_id", options.ClientId ?? "")) : form),
        };
        request.Headers.Accept.ParseAdd("application/json");
        if (options.ClientSecret is { } secret)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.ClientId}:{secret}")));
        }

        var answer = await http.AskAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.Then(a => Read(a, refreshToken));
    }

    private static PlatformResult<IssuedTokens> Read(PlatformAnswer answer, string? refreshToken)
    {
        var json = Json.TryRead(answer.Body, TokenJson.Default.TokenAnswer);
        return (answer.Status, json) switch
        {
            // A platform that does not rotate the token may leave it out.
            ( >= 200 and < 300, { AccessToken: { } access }) when (json.RefreshToken ?? refreshToken) is { } refresh =>
                new IssuedTokens(access, TimeSpan.FromSeconds(json.ExpiresIn ?? 1800), refresh),
            (_, { Error: "invalid_grant" }) => new PlatformFailure.AuthorisationEnded(),
            (429, _) => new PlatformFailure.RateLimited(answer.RetryAfter),
            (502 or 503 or 504, _) => new PlatformFailure.Offline(answer.RetryAfter),
            ( >= 500, _) => new PlatformFailure.Failing(answer.Status),
            // invalid_client and the like: our own set-up is wrong, which says nothing about the seller's connection.
            (_, { Error: { } error }) => new PlatformFailure.Rejected(answer.Status, error, error),
            _ => new PlatformFailure.Unreadable(answer.Status),
        };
    }
}
