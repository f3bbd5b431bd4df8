namespace SupportBot.Turns.Support;

/// <summary>What a ticket's history and its thread say of support's own actions.</summary>
internal static class SupportActionWords
{
    /// <param name="root">The cause that was found, or that nothing was.</param>
    public static string Checked(string action, string root, bool passes) =>
        passes ? $"checked again after {action}: {root}, nothing left for support" : $"checked again after {action}: {root}";

    public static string Failed(string note) => $"{char.ToUpperInvariant(note[0])}{note[1..]}. Nothing was changed.";
}
