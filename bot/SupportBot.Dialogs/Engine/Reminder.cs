using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Dialogs.Engine;

/// <summary>A wish to be told when a problem changes. It looks by itself, a bounded number of times, and speaks once.</summary>
/// <param name="Token">Of the follow-up that wakes it; a look that was scheduled before it was cancelled finds no reminder.</param>
/// <param name="Until">UTC, product clock: when waiting should be over, where that was known.</param>
/// <param name="Looks">How often it has looked.</param>
public sealed record Reminder(string Token, OpenProblem Problem, DiagnosisScope Scope, DateTime? Until, int Looks = 0)
{
    private static readonly TimeSpan s_justAfter = TimeSpan.FromSeconds(2);

    /// <summary>As <see cref="LookAgain"/> has it, and always just after the end of a known wait. Null when it has looked often enough.</summary>
    public TimeSpan? NextLook(DateTime now)
    {
        var left = Until is { } until && until > now ? until - now + s_justAfter : (TimeSpan?)null;
        return LookAgain.After(Looks) is not { } step ? null
            : left is { } toTheEnd && (toTheEnd < step || Looks == LookAgain.MostLooks - 1) ? toTheEnd
            : step;
    }
}
