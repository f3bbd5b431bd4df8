using System.Diagnostics;
using SupportBot.Cards.Elements;

namespace SupportBot.Cards.Facts;

/// <param name="Summary">Why; shown where the check did not pass.</param>
public sealed record CheckLine(string Name, CheckState State, string Summary)
{
    public string AsText => $"{Name}: {Look(State).Word}. {Summary}";

    /// <summary>A state as sign, word and colour: none of them says it alone.</summary>
    internal static (string Sign, string Word, TextColor Color) Look(CheckState state) => state switch
    {
        CheckState.Passed => ("✓", "passed", TextColor.Good),
        CheckState.Failed => ("✗", "failed", TextColor.Attention),
        CheckState.CouldNotCheck => ("?", "could not check", TextColor.Warning),
        _ => throw new UnreachableException(),
    };
}

/// <summary>In the order in which checks are shown.</summary>
public enum CheckState
{
    Failed,
    CouldNotCheck,
    Passed,
}
