namespace SupportBot.Language.Entities.Dates;

/// <summary>The names of the months, and the pattern that finds them.</summary>
internal static class Months
{
    /// <summary>English with its short forms; German, French and Spanish in full.</summary>
    public const string Pattern =
        "january|february|march|april|may|june|july|august|september|october|november|december"
        + "|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
        + "|januar|februar|märz|maerz|marz|mai|juni|juli|oktober|dezember"
        + "|janvier|février|fevrier|mars|avril|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre"
        + "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre";

    private static readonly Dictionary<string, int> s_numbers = Numbers();

    /// <param name="word">Lower case, without accents and apostrophes: "March's" comes as "marchs".</param>
    public static bool IsName(string word) =>
        s_numbers.ContainsKey(word) || (word.EndsWith('s') && s_numbers.ContainsKey(word[..^1]));

    public static int Number(string name) => s_numbers[name.ToLowerInvariant()];

    private static Dictionary<string, int> Numbers()
    {
        string[][] names =
        [
            ["january", "jan", "januar", "janvier", "enero"],
            ["february", "feb", "februar", "février", "fevrier", "febrero"],
            ["march", "mar", "märz", "maerz", "marz", "mars", "marzo"],
            ["april", "apr", "avril", "abril"],
            ["may", "mai", "mayo"],
            ["june", "jun", "juni", "juin", "junio"],
            ["july", "jul", "juli", "juillet", "julio"],
            ["august", "aug", "août", "aout", "agosto"],
            ["september", "sept", "sep", "septembre", "septiembre"],
            ["october", "oct", "oktober", "octobre", "octubre"],
            ["november", "nov", "novembre", "noviembre"],
            ["december", "dec", "dezember", "décembre", "decembre", "diciembre"],
        ];
        return names.SelectMany((list, i) => list, (list, name) => (list, name))
            .ToDictionary(n => n.name, n => Array.IndexOf(names, n.list) + 1, StringComparer.Ordinal);
    }
}
