using SupportBot.Knowledge.Articles;

namespace SupportBot.Knowledge.Errors;

/// <summary>The error texts that are known, from <c>error-texts.yaml</c>: adding one needs no code.</summary>
public sealed class ErrorCatalogue
{
    private const string File = "error-texts.yaml";
    private const int LongestText = 4000;

    private readonly IReadOnlyList<(KnownError Error, ErrorPattern Pattern)> _entries;

    internal ErrorCatalogue(IReadOnlyList<(KnownError Error, ErrorPattern Pattern)> entries) => _entries = entries;

    /// <summary>Every text with what it means, in the order in which they are tried; placeholders stand in braces.</summary>
    public IEnumerable<(string Text, KnownError Error)> Texts => _entries.Select(e => (e.Pattern.Text, e.Error));

    /// <summary>Reads the catalogue that is built into the product.</summary>
    /// <param name="articles">Whose steps the entries may name.</param>
    /// <exception cref="ArticleFormatException">The catalogue is broken: the product must not start.</exception>
    public static ErrorCatalogue BuiltIn(ArticleLibrary articles)
    {
        using var reader = new StreamReader(typeof(ErrorCatalogue).Assembly.GetManifestResourceStream(File)!);
        return ErrorCatalogueReader.Read(File, reader.ReadToEnd(), articles);
    }

    /// <summary>What an error text means; null for one that is not known.</summary>
    /// <param name="text">As it was recorded or quoted; of longer texts the first 4,000 characters count.</param>
    public ErrorMatch? Match(string text)
    {
        var plain = ErrorPattern.Plain(text.Length > LongestText ? text[..LongestText] : text);
        foreach (var (error, pattern) in _entries)
        {
            if (pattern.Find(plain) is { } parts)
            {
                return new ErrorMatch(error, parts);
            }
        }

        return null;
    }
}
