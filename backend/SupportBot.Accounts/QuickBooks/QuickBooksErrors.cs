using System.Globalization;
using System.Text.RegularExpressions;
using SupportBot.Accounts.Accounting;

namespace SupportBot.Accounts.QuickBooks;

/// <summary>
/// What QuickBooks' refusals mean. Text first, code second: sources disagree on the codes, and XML or HTML
/// may come where JSON was asked for.
/// </summary>
internal static partial class QuickBooksErrors
{
    /// <summary>Intuit asks for a minute's rest after a throttled call and sends no header.</summary>
    private static readonly TimeSpan ThrottleRest = TimeSpan.FromSeconds(60);

    public static PlatformFailure Classify(PlatformAnswer answer, QuickBooksFault? fault)
    {
        var error = fault?.Error is [var first, ..] ? first : null;
        var text = error is not null ? $"{error.Message} {error.Detail}".Trim() : IsFaultInXml(answer.Body) ? answer.Body : "";
        var code = CodeOf(error?.Code?.ToString()) ?? CodeOf(InText().Match(text) is { Success: true } m ? m.Groups[1].Value : null);
        bool Says(string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);

        if (answer.Status == 429 || code == 3001 || Says("ThrottleExceeded"))
        {
            return new PlatformFailure.RateLimited(answer.RetryAfter ?? ThrottleRest);
        }

        if (Says("Invalid Company Status") || Says("subscription") || code is 6190 or 7001)
        {
            return new PlatformFailure.SubscriptionEnded(Sentence(error, "Invalid Company Status"));
        }

        if (code == 3100 || Says("ApplicationAuthorizationFailed") || Says("AuthorizationFailed"))
        {
            return new PlatformFailure.TenantNotConnected();
        }

        if (code == 120 || Says("-11014") || Says("do not have access") || Says("not permitted"))
        {
            return new PlatformFailure.PermissionRefused(Sentence(error, "You do not have access"));
        }

        return answer.Status switch
        {
            401 => new PlatformFailure.TokenExpired(),
            _ when code == 3200 => new PlatformFailure.TokenExpired(),
            403 => new PlatformFailure.PermissionRefused(Sentence(error, "Forbidden")),
            502 or 503 or 504 => new PlatformFailure.Offline(answer.RetryAfter),
            >= 500 => new PlatformFailure.Failing(answer.Status),
            _ when error is not null => new PlatformFailure.Rejected(answer.Status, code?.ToString(CultureInfo.InvariantCulture), text),
            _ => new PlatformFailure.Unreadable(answer.Status),
        };
    }

    /// <summary>Not any page: an outage page may well speak of subscriptions.</summary>
    private static bool IsFaultInXml(string body) =>
        body.Contains("<Fault", StringComparison.OrdinalIgnoreCase) || body.Contains("errorCode=", StringComparison.OrdinalIgnoreCase);

    /// <summary>Error pages are no words for people.</summary>
    private static string Sentence(QuickBooksError? error, string otherwise) => error?.Detail ?? error?.Message ?? otherwise;

    private static int? CodeOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;

    /// <summary><c>errorCode=003200</c> in a gateway message, <c>code="3200"</c> in XML.</summary>
    [GeneratedRegex("""(?:errorCode=|code=["'])0*(\d{1,9})""", RegexOptions.IgnoreCase)]
    private static partial Regex InText();
}
