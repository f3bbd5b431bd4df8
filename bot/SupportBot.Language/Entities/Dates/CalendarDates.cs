using System.Globalization;
using System.Text.RegularExpressions;
using SupportBot.Language.Text;

namespace SupportBot.Language.Entities.Dates;

/// <summary>Finds days, months and ranges that are written out: <c>15 March</c>, <c>3/15</c>, <c>2026-03-15</c>, <c>20 Feb to 5 March</c>.</summary>
internal static partial class CalendarDates
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Month = "(?<month>" + Months.Pattern + @")\b\.?";
    private const string Ordinal = "(st|nd|rd|th|er|º|\\.)?";
    private const string WordYear = @"(,? ('?(?<year>(19|20)\d\d)|'(?<year>\d\d))\b)?";
    private const string Join = @" ?(-|/|to|into|until|till|through|thru|up to|and|bis|au|à|al|hasta) ?(the )?";

    /// <summary>People name a few days; a pasted table names hundreds, and nobody means the last of them.</summary>
    private const int MostTried = 60;

    public static List<DateMention> Find(Utterance utterance, DateOnly today, string locale)
    {
        var text = utterance.Text;
        var points = Points(utterance, locale);
        var mentions = new List<DateMention>();
        for (var i = 0; i < points.Count; i++)
        {
            var (point, match) = points[i];
            if (i + 1 < points.Count && Joins(text, points[i], points[i + 1]) && Range(point, points[i + 1].Point, today) is { } joined)
            {
                i++;
                mentions.Add(new DateMention(joined.From, joined.To, match.Index, points[i].Match.Index + points[i].Match.Length));
            }
            else if (WithDayBefore(point, match, text, today) is { } before)
            {
                mentions.Add(before);
            }
            else if (WithDayAfter(point, match, text, today) is { } after)
            {
                mentions.Add(after);
            }
            else if (point.Resolve(today) is { } alone)
            {
                mentions.Add(new DateMention(alone.First, alone.Last, match.Index, match.Index + match.Length));
            }
        }

        return mentions;
    }

    /// <summary>A pattern is tried only where a number or the name of a month begins: this runs on every message.</summary>
    private static List<(CalendarPoint Point, Match Match)> Points(Utterance utterance, string locale)
    {
        var points = new List<(CalendarPoint, Match)>();
        var (end, tried) = (0, 0);
        foreach (var word in utterance.Words)
        {
            if (word.Start >= end
                && (char.IsAsciiDigit(word.Value[0]) || Months.IsName(word.Value) || OrdinalWords.IsOne(word.Value))
                && tried++ < MostTried
                && Pattern().Match(utterance.Text, word.Start) is { Success: true } match
                && Read(match, utterance.Text, locale) is { } point)
            {
                points.Add((point, match));
                end = match.Index + match.Length;
            }
        }

        return points;
    }

    /// <summary>"1 to 14 March"</summary>
    private static DateMention? WithDayBefore(CalendarPoint point, Match match, string text, DateOnly today)
    {
        var before = DayBefore().Match(text[Math.Max(0, match.Index - 24)..match.Index]);
        return point.Day is not null && before.Success && Range(point with { Day = Int(before.Groups["day"]) }, point, today) is { } days
            ? new DateMention(days.From, days.To, match.Index - before.Length, match.Index + match.Length)
            : null;
    }

    /// <summary>"March 1-14"</summary>
    private static DateMention? WithDayAfter(CalendarPoint point, Match match, string text, DateOnly today)
    {
        var end = match.Index + match.Length;
        var after = DayAfter().Match(text[end..Math.Min(text.Length, end + 32)]);
        if (point.Day is null || !after.Success || !match.Groups["month"].Success)
        {
            return null;
        }

        var last = point with { Day = Int(after.Groups["day"]), Year = Year(after.Groups["year"]) ?? point.Year };
        return Range(point, last, today) is { } days ? new DateMention(days.From, days.To, match.Index, end + after.Length) : null;
    }

    private static CalendarPoint? Read(Match match, string text, string locale)
    {
        var monthFirst = locale.Equals("en-US", StringComparison.OrdinalIgnoreCase);
        var groups = match.Groups;
        if (groups["month"].Success)
        {
            var day = groups["day"].Success ? Int(groups["day"])
                : groups["dayword"].Success ? OrdinalWords.Day(groups["dayword"].Value)
                : (int?)null;
            return day is null && !groups["year"].Success && !MonthsAndVerbs.IsMonth(match, text) ? null : new CalendarPoint(day, Months.Number(groups["month"].Value), Year(groups["year"]));
        }

        if (groups["first"].Success)
        {
            var (first, second) = (Int(groups["first"]), Int(groups["second"]));
            // "24/7" is a way of speaking; "12.10." is a date only to those who write dates so.
            if (match.Value == "24/7" || (match.Value.EndsWith('.') && !locale.StartsWith("de", StringComparison.OrdinalIgnoreCase)))
            {
                return null;
            }

            var monthIsFirst = monthFirst ? first <= 12 : second > 12;
            return monthIsFirst ? new CalendarPoint(second, first, Year(groups["year"])) : new CalendarPoint(first, second, Year(groups["year"]));
        }

        return new CalendarPoint(groups["isoday"].Success ? Int(groups["isoday"]) : null, Int(groups["isomonth"]), Int(groups["isoyear"]));
    }

    private static bool Joins(string text, (CalendarPoint Point, Match Match) left, (CalendarPoint Point, Match Match) right)
    {
        var gap = text[(left.Match.Index + left.Match.Length)..right.Match.Index];
        if (gap.Length > 12 || !Between().IsMatch(gap))
        {
            return false;
        }

        // "1 March and 5 March" are two days, "between 1 March and 5 March" is a range, and so is "February and March".
        return !gap.Contains("and", StringComparison.OrdinalIgnoreCase)
            || (left.Point.Day is null && right.Point.Day is null)
            || text[Math.Max(0, left.Match.Index - 12)..left.Match.Index].Contains("between", StringComparison.OrdinalIgnoreCase);
    }

    private static (DateOnly From, DateOnly To)? Range(CalendarPoint first, CalendarPoint last, DateOnly today)
    {
        if (last.Resolve(today) is not { } end)
        {
            return null;
        }

        return first.Resolve(end.First) is { } begin && begin.First <= end.Last ? (begin.First, end.Last) : null;
    }

    private static int Int(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    private static int? Year(Group group) => !group.Success ? null : group.Length == 2 ? 2000 + Int(group) : Int(group);

    // Not inside an amount, an id or a longer number.
    [GeneratedRegex(
        @"\G(?<![\w.,/£$€#])("
        + @"(?<![A-Za-z]-)(?<isoyear>20\d\d)[-/.](?<isomonth>\d{1,2})([-/.](?<isoday>\d{1,2}))?(?![\d/])"
        + @"|(?<first>\d{1,2})([/](?<second>\d{1,2})([/](?<year>20\d\d|\d\d))?|[.](?<second>\d{1,2})[.](?<year>20\d\d|\d\d)?|-(?<second>\d{1,2})-(?<year>20\d\d|\d\d))(?![\d/])"
        + "|(?<day>\\d{1,2})" + Ordinal + " ?(of |de )?" + Month + WordYear
        + "|(?<day>\\d{1,2})-(?<month>" + Months.Pattern + @")-(?<year>20\d\d|\d\d)(?!\w)"
        + "|(?<dayword>" + OrdinalWords.Pattern + ") of " + Month + WordYear
        + "|" + Month + "( the)? (?<dayword>" + OrdinalWords.Pattern + @")\b" + WordYear
        + "|" + Month + "( the)? (?<day>\\d{1,2})" + Ordinal + @"(?![\w/:])" + WordYear
        + "|" + Month + WordYear
        + ")",
        Options)]
    private static partial Regex Pattern();

    [GeneratedRegex("^" + Join + "$", Options)]
    private static partial Regex Between();

    [GeneratedRegex(@"(?<![\w.,/£$€#-])(?<day>\d{1,2})" + Ordinal + Join + "$", Options)]
    private static partial Regex DayBefore();

    [GeneratedRegex("^" + Join + @"(?<day>\d{1,2})" + Ordinal + @"(?![\w/:])" + WordYear, Options)]
    private static partial Regex DayAfter();
}
