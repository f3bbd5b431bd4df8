using System.Text.RegularExpressions;

namespace SupportBot.Language.Entities;

/// <summary>Finds the error message in what somebody wrote: a text that we know, a quotation, or what follows "error:".</summary>
internal sealed partial class ErrorTextReader
{
    private const int ShortestQuotation = 3;

    private readonly KnownErrors _known = new();

    public FoundError? Find(string text)
    {
        if (_known.Find(text) is { } known)
        {
            return known;
        }

        foreach (Match quotation in Quotation().Matches(text))
        {
            var words = quotation.Groups["text"];
            if (words.Value.Count(c => c == ' ') + 1 >= ShortestQuotation)
            {
                return new FoundError(words.Value, words.Index, null);
            }
        }

        var announced = Announced().Match(text).Groups["text"];
        return announced.Success ? new FoundError(announced.Value, announced.Index, null) : null;
    }

    // A single quote opens a quotation only after a blank: otherwise every "don't" would.
    [GeneratedRegex("""(?:"(?<text>[^"\n]{8,300})"|(?:^|[ :(])'(?<text>[^'\n]{8,300})')""", RegexOptions.ExplicitCapture)]
    private static partial Regex Quotation();

    [GeneratedRegex(@"\b(?:error|error message|error text|message|fehler|fehlermeldung|erreur) ?: ?(?<text>[^\n]{4,300})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Announced();
}
