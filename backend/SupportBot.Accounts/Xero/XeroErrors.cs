using SupportBot.Accounts.Accounting;

namespace SupportBot.Accounts.Xero;

/// <summary>What Xero's refusals mean. Its specification declares only 200 and 400; the rest is as client libraries report it.</summary>
internal static class XeroErrors
{
    public static PlatformFailure Classify(PlatformAnswer answer)
    {
        var problem = Json.TryRead(answer.Body, XeroJson.Default.XeroProblem);
        var text = TextOf(problem) ?? "";
        bool Says(string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);

        return answer.Status switch
        {
            401 when Says("TokenExpired") => new PlatformFailure.TokenExpired(),
            401 or 403 when Says("not permitted") || Says("correct permissions") => new PlatformFailure.PermissionRefused(text),
            400 or 401 or 402 or 403 when Says("subscription") => new PlatformFailure.SubscriptionEnded(text),
            // Scopes that were never granted and roles that forbid look alike, and need the same clean consent.
            401 when Says("AuthorizationUnsuccessful") => new PlatformFailure.PermissionRefused(text),
            401 => new PlatformFailure.AuthorisationEnded(),
            403 when Says("AuthenticationUnsuccessful") => new PlatformFailure.TenantNotConnected(),
            403 => new PlatformFailure.PermissionRefused(text),
            429 => new PlatformFailure.RateLimited(answer.RetryAfter),
            502 or 503 or 504 => new PlatformFailure.Offline(answer.RetryAfter),
            >= 500 => new PlatformFailure.Failing(answer.Status),
            >= 400 when problem is not null => new PlatformFailure.Rejected(answer.Status, null, text),
            _ => new PlatformFailure.Unreadable(answer.Status),
        };
    }

    private static string? TextOf(XeroProblem? problem)
    {
        var validation = problem?.Elements?.SelectMany(e => e.ValidationErrors ?? []).Select(v => v.Message).FirstOrDefault(m => m is not null);
        return validation ?? problem?.Detail ?? problem?.Message ?? problem?.Error ?? problem?.Title;
    }
}
