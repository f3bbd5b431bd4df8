using SupportBot.Cards.Elements;

namespace SupportBot.Cards.Actions;

/// <summary>Until when a case can be put off: ISO 8601 durations from the press on, or <see cref="NextOpening"/>.</summary>
public static class SnoozeTimes
{
    public const string NextOpening = "next-opening";

    internal static IReadOnlyList<Choice> All { get; } =
    [
        new("For an hour", "PT1H"),
        new("For four hours", "PT4H"),
        new("When we next open", NextOpening),
        new("For a day", "P1D"),
        new("For a week", "P7D"),
    ];
}
