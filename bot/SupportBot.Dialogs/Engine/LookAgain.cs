namespace SupportBot.Dialogs.Engine;

/// <summary>When to look again by itself: soon at first, because most waits are short, then ever more rarely, and a bounded number of times.</summary>
internal static class LookAgain
{
    public const int MostLooks = 24;

    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(12);

    /// <summary>Each time twice as long as before, at most half a day. Null when it has looked often enough.</summary>
    public static TimeSpan? After(int looks) =>
        looks >= MostLooks ? null
        : looks < 12 && s_first * Math.Pow(2, looks) is var doubled && doubled < s_longest ? doubled
        : s_longest;
}
