using SupportBot.Accounts.Accounting;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Accounts.Checks;

/// <summary>What any check says when a platform did not answer what it was asked.</summary>
internal static class PlatformTrouble
{
    /// <summary>Notes that the check could not tell, and <c>platform-unavailable</c> where the platform showed it.</summary>
    public static void Note(CheckNotes notes, Examination examination, ExaminedConnection connection, PlatformFailure? failure)
    {
        var brand = connection.Brand;
        if (Describe(brand, failure) is { } fact)
        {
            var wait = failure switch
            {
                PlatformFailure.RateLimited limited => limited.RetryAfter,
                PlatformFailure.Offline offline => offline.RetryAfter,
                _ => null,
            };
            var observation = examination.Observe(Cause.PlatformUnavailable, connection, fact);
            notes.Remark(observation with { Finding = observation.Finding with { WaitUntil = examination.Now + wait } }, fact);
        }

        notes.CouldNotTell(connection.Id, failure switch
        {
            null => $"{brand} cannot be asked while it is disconnected",
            PlatformFailure.Busy => $"{brand} has been asked as often as it allows for the moment",
            PlatformFailure.TimedOut => $"{brand} did not answer in time",
            PlatformFailure.Unreadable => $"{brand} gave an answer that could not be read",
            PlatformFailure.Rejected => $"{brand} turned the question down",
            PlatformFailure.PermissionRefused => $"{brand} did not allow this to be read",
            _ => $"{brand} could not be asked for '{connection.Row.Organisation}'",
        });
    }

    private static string? Describe(string brand, PlatformFailure? failure) => failure switch
    {
        PlatformFailure.RateLimited { RetryAfter: { } wait } => $"{brand} is limiting calls and asks to wait {Math.Ceiling(wait.TotalSeconds):0} seconds",
        PlatformFailure.RateLimited => $"{brand} is limiting calls at the moment",
        PlatformFailure.Offline => $"{brand} cannot be reached or says that it is offline",
        PlatformFailure.Failing failing => $"{brand} answered with an error of its own ({failing.Status})",
        _ => null,
    };
}
