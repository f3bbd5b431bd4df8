namespace SupportBot.Language.Text;

/// <summary>A word, number or emoji of a text.</summary>
/// <param name="Value">Lower case, without accents and apostrophes.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Behind its last character.</param>
internal readonly record struct Word(string Value, int Start, int End);
