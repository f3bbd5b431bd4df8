using System.Globalization;
using System.Text.RegularExpressions;
using SupportBot.Language.Entities.Dates;

namespace SupportBot.Language.Entities;

/// <summary>Finds a settlement's id: one that looks like an id, or a number that is called one. Never a date or an amount.</summary>
internal static partial class SettlementIdReader
{
    public static string? Find(string text, IReadOnlyList<DateMention> dates) =>
        !text.AsSpan().ContainsAnyInRange('0', '9') ? null
        : Named().Matches(text).Concat(Shaped().Matches(text))
            .Select(m => m.Groups["id"])
            .FirstOrDefault(id => !dates.Any(d => id.Index < d.End && d.Start < id.Index + id.Length) && IsId(id.ValueSpan, text, id.Index))?
            .Value;

    private static bool IsId(ReadOnlySpan<char> id, string text, int index)
    {
        if (id.StartsWith("LMB-", StringComparison.OrdinalIgnoreCase) || id.StartsWith("XC-", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        // "Settlement 2026" is a year; "settlement #2026" is not.
        return !(id.Length == 4 && int.TryParse(id, CultureInfo.InvariantCulture, out var year) && year is >= 1990 and < 2100
            && (index == 0 || text[index - 1] != '#'));
    }

    // "settlement id: 12345", "settlement #77", "payout BK2", "id A-7"; after the bare word the id must have three characters.
    [GeneratedRegex(
        @"\b(?:settlement|payout|statement|abrechnung|auszahlung)s?(?: ?(?:id|no\.?|nr\.?|number|ref|reference))?(?: is|:)? ?#?(?<id>(?=[A-Za-z._-]{0,12}\d)[A-Za-z0-9][A-Za-z0-9_-]{2,63})(?![\w%]|[.,/:]\d| ?(?:GBP|EUR|USD|AUD|CAD|days?|hours?|minutes?|months?|weeks?|times)\b)"
        + @"|(?:#|\bid ?[:#]? ?)(?<id>(?=[A-Za-z._-]{0,12}\d)[A-Za-z0-9][A-Za-z0-9_-]{0,63})(?![\w%]|[.,/:]\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    // "S-1001", "BK-2", "AMZ_UK_123", "INV1001", or the long numbers that Amazon gives.
    [GeneratedRegex(
        @"(?<![\w£$€.,/@-])(?<id>[A-Za-z]{1,12}[-_](?:[A-Za-z0-9]{1,12}[-_]){0,3}\d[A-Za-z0-9]{0,30}|[A-Z]{1,4}\d{3,20}|\d{9,20})(?![\w%-]|[.,/:]\d)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Shaped();
}
