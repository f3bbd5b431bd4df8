using System.Globalization;
using System.Text.RegularExpressions;

namespace SupportBot.Accounts.Xero;

internal static partial class XeroDates
{
    /// <summary>Reads <c>/Date(1391126400000+0000)/</c>; null for anything else.</summary>
    public static DateOnly? Read(string? text) =>
        text is not null && Pattern().Match(text) is { Success: true } match
            && long.TryParse(match.Groups[1].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds is > -62135596800000 and < 253402300800000
            ? DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime)
            : null;

    [GeneratedRegex(@"^/Date\((-?\d{1,15})(?:[+-]\d{4})?\)/$")]
    private static partial Regex Pattern();
}
