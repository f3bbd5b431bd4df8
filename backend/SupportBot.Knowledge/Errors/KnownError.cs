using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Knowledge.Errors;

/// <summary>What an error text means, as <c>error-texts.yaml</c> has it.</summary>
/// <param name="Cause">One of <see cref="Cause.InOrder"/>.</param>
/// <param name="Step">The id of the article's step that treats it; null where none does.</param>
/// <param name="Proof">Whether the text by itself proves the cause.</param>
public sealed record KnownError(string Cause, FixedBy FixedBy, string? Step, ErrorProof Proof);

public enum ErrorProof
{
    /// <summary>The text is the proof: nothing can be read that would show it otherwise.</summary>
    Text,

    /// <summary>What the account and the platform show now counts; the text does not outlive its reason.</summary>
    Live,
}

/// <summary>A text that the catalogue knows.</summary>
/// <param name="Parts">What stood in the places of the placeholders, by their names, such as <c>account</c>.</param>
public sealed record ErrorMatch(KnownError Error, IReadOnlyDictionary<string, string> Parts);
