using System.Text.RegularExpressions;

namespace SupportBot.Language.Entities.Dates;

/// <summary>"May" and "march" are also verbs: without a day or year beside them, the words around them tell which is meant.</summary>
internal static partial class MonthsAndVerbs
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int LookedAround = 16;

    /// <param name="month">The name of a month in the text, with nothing but itself.</param>
    public static bool IsMonth(Match month, string text)
    {
        var name = month.Value.TrimEnd('.').ToLowerInvariant();
        if (name is not ("may" or "march" or "mar" or "mars" or "mai"))
        {
            return true;
        }

        var end = month.Index + month.Length;
        var before = text[Math.Max(0, month.Index - LookedAround)..month.Index];
        var after = text[end..Math.Min(text.Length, end + LookedAround)];
        if (OnlyBeforeNouns().IsMatch(before) || MonthAfter().IsMatch(after))
        {
            return true;
        }

        return name switch
        {
            "march" => !MarchesAfter().IsMatch(after) && !MarcherBefore().IsMatch(before),
            "may" when ModalAfter().IsMatch(after) => false,
            _ => MonthBefore().IsMatch(before),
        };
    }

    [GeneratedRegex(@"\b(in|of|for|from|since|until|during|through|mid|late|early|im|en|de)[ -]?$", Options)]
    private static partial Regex OnlyBeforeNouns();

    [GeneratedRegex(@"\b(to|and|last|this|april|june) ?$", Options)]
    private static partial Regex MonthBefore();

    [GeneratedRegex("^('s)? (settlement|payout|statement|and|to|until|vat)", Options)]
    private static partial Regex MonthAfter();

    [GeneratedRegex(
        "^ (be|have|not|need|also|well|still|just|never|only|even|already|possibly|or may not|i|we|you|he|she|it|they|take|help|work|want|seem|cause|know|get|go|come|look|mean|do"
        + "|happen|depend|miss|fail)\\b", Options)]
    private static partial Regex ModalAfter();

    [GeneratedRegex(@"^ (on( (with|to|then|now|regardless|anyway|together)\b| ?[.!?,]| ?$)|onwards?\b|forwards?\b|ahead\b|along\b|off\b|straight\b|through (the|this|these|it|all)\b)", Options)]
    private static partial Regex MarchesAfter();

    [GeneratedRegex(@"\b(we|i|you|they|let'?s|let us|(want|ready|going|have|need|time|able|like|how) to) ?$", Options)]
    private static partial Regex MarcherBefore();
}
