using SupportBot.Accounts.Accounting;

namespace SupportBot.Accounts.Sending;

/// <summary>What Link My Books records of a try that a platform did not take.</summary>
internal static class SendTexts
{
    public static string Of(PlatformFailure failure, string brand) => failure switch
    {
        PlatformFailure.AuthorisationEnded or PlatformFailure.TokenExpired => "Refresh OAuth 2 Access token with Refresh Token failed",
        PlatformFailure.PermissionRefused or PlatformFailure.TenantNotConnected => "You are not permitted to access this resource. Contact support for further assistance.",
        PlatformFailure.RateLimited or PlatformFailure.Busy => "The API rate limit for your organisation/application pairing has been exceeded",
        PlatformFailure.SubscriptionEnded ended => ended.Text,
        PlatformFailure.Rejected rejected => rejected.Text,
        _ => $"An unhandled error with the {brand} API occurred",
    };

    /// <summary>Whether the platform may have carried out what it was asked, for all that its answer says.</summary>
    public static bool LeavesOpen(PlatformFailure failure) =>
        failure is PlatformFailure.TimedOut or PlatformFailure.Offline or PlatformFailure.Failing or PlatformFailure.Unreadable;
}
