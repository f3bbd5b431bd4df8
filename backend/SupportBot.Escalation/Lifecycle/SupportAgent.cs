namespace SupportBot.Escalation.Lifecycle;

/// <summary>A person of the support team.</summary>
/// <param name="Id">An Entra object id, or Teams' own name for a guest without one.</param>
/// <param name="Name">The whole name, as colleagues see it.</param>
public sealed record SupportAgent(string Id, string Name)
{
    /// <summary>What sellers see.</summary>
    public string FirstName => Name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var first, ..] ? first : "Support";
}
