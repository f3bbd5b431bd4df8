namespace SupportBot.Cards.Facts;

/// <summary>A named value, already formatted for the reader.</summary>
public sealed record Fact(string Name, string Value)
{
    public string AsText => $"{Name}: {Value}";
}
