using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Dialogs.Engine;

/// <summary>A wish to be told when a problem changes. It looks by itself, a bounded number of times, and speaks once.</summary>
/// <param name="Token">Of the follow-up that wakes it; a look that was scheduled before it was cancelled finds no reminder.</param>
/// <param name="Until">UTC, product clock: when waiting should be over, where that was known.</param>
/// <param name="Looks">How often it has looked.</param>
public sealed record Reminder(string Token, OpenProblem Problem, DiagnosisScope Scope, DateTime? Until, int Looks = 0)
{
    private const int MostLooks = 24;

    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(12);
    private static readonly TimeSpan s_justAfter = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Soon at first, because most waits are short; each time twice as long as before, at most half a day; and always just
    /// after the end of a known wait. Null when it has looked often enough.
    /// </summary>
    public TimeSpan? NextLook(DateTime now)
    {
        var left = Until is { } until && until > now ? until - now + s_justAfter : (TimeSpan?)null;
        var step = Looks < 12 && s_first * Math.Pow(2, Looks) is var doubled && doubled < s_longest ? doubled : s_longest;
        return Looks >= MostLooks ? null
            : left is { } toTheEnd && (toTheEnd < step || Looks == MostLooks - 1) ? toTheEnd
            : step;
    }
}
