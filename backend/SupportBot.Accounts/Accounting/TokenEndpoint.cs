using System.Net.Http.Headers;
using System.Text;

namespace SupportBot.Accounts.Accounting;

/// <summary>The refresh call, which Xero and QuickBooks share.</summary>
internal static class TokenEndpoint
{
    public static async Task<PlatformResult<IssuedTokens>> RefreshAsync(
        HttpClient http, Uri endpoint, PlatformOptions options, string refreshToken, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
        {
            Content = new FormUrlEncodedContent([new("grant_type", "refresh_token"), new("refresh_token", refreshToken)]),
        };
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.ClientId}:{options.ClientSecret}")));
        var answer = await http.AskAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.Then(a => Read(a, refreshToken));
    }

    private static PlatformResult<IssuedTokens> Read(PlatformAnswer answer, string refreshToken)
    {
        var json = Json.TryRead(answer.Body, TokenJson.Default.TokenAnswer);
        return (answer.Status, json) switch
        {
            // A platform that does not rotate the token may leave it out.
            ( >= 200 and < 300, { AccessToken: { } access }) =>
                new IssuedTokens(access, TimeSpan.FromSeconds(json.ExpiresIn ?? 1800), json.RefreshToken ?? refreshToken),
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
