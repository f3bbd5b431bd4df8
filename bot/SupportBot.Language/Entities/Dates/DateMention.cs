namespace SupportBot.Language.Entities.Dates;

/// <summary>A day or days that a text names.</summary>
/// <param name="Start">Where the words begin in the text.</param>
/// <param name="End">Behind their last character.</param>
internal sealed record DateMention(DateOnly From, DateOnly To, int Start, int End)
{
    public bool IsRange => From != To;
}
