using System.Globalization;
using System.Text.RegularExpressions;
using SupportBot.Language.Text;

namespace SupportBot.Language.Entities.Dates;

/// <summary>Finds days that are counted from today: <c>yesterday</c>, <c>last Friday</c>, <c>last week</c>, <c>3 days ago</c>.</summary>
internal static partial class RelativeDates
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Weekdays =
        "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
        + "|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
        + "|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
        + "|lunes|martes|miércoles|jueves|viernes|sábado|domingo";

    private static readonly string[] s_weekdays = Weekdays.Split('|');
    private static readonly string[] s_numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>A pattern is tried only where one of these words is in the text: this runs on every message.</summary>
    private static readonly HashSet<string> s_words =
    [
        .. Tokenizer.Tokenize(Weekdays).SelectMany(d => new[] { d, d + 's' }), "yesterday", "yesterdays", "vorgestern", "gestern", "ayer",
        "anteayer", "avant", "todays", "today", "heute", "hoy", "ago", "week", "weeks", "month", "months", "woche", "monat",
    ];

    public static List<DateMention> Find(Utterance utterance, DateOnly today)
    {
        var mentions = new List<DateMention>();
        if (!utterance.Tokens.Any(s_words.Contains))
        {
            return mentions;
        }

        if (utterance.Tokens is ["today" or "heute" or "hoy"])
        {
            mentions.Add(new DateMention(today, today, 0, utterance.Text.Length));
            return mentions;
        }

        foreach (Match match in Relative().Matches(utterance.Text))
        {
            if (!TellsOfSomethingElse(utterance.Text, match.Index)
                && Read(match, today) is { } days)
            {
                mentions.Add(new DateMention(days.From, days.To, match.Index, match.Index + match.Length));
            }
        }

        return mentions;
    }

    /// <summary>Whether the words before a day make it one on which something began or was done, not the settlement's.</summary>
    public static bool TellsOfSomethingElse(string text, int index) => Backdrop().IsMatch(text[Math.Max(0, index - 60)..index]);

    private static (DateOnly From, DateOnly To)? Read(Match match, DateOnly today)
    {
        var groups = match.Groups;
        if (groups["yesterday"].Success)
        {
            return Day(today.AddDays(-1));
        }

        if (groups["beforeyesterday"].Success)
        {
            return Day(today.AddDays(-2));
        }

        if (groups["today"].Success)
        {
            return Day(today);
        }

        if (groups["ago"].Success)
        {
            return Day(Back(today, groups["ago"].Value, Count(groups["count"].Value)));
        }

        var last = groups["last"].Success;
        if (groups["week"].Success)
        {
            var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7) - (last ? 7 : 0));
            return (monday, monday.AddDays(6));
        }

        if (groups["month"].Success)
        {
            var first = new DateOnly(today.Year, today.Month, 1).AddMonths(last ? -1 : 0);
            return (first, first.AddMonths(1).AddDays(-1));
        }

        return Day(Weekday(today, Array.IndexOf(s_weekdays, groups["weekday"].Value.ToLowerInvariant()) % 7, last));
    }

    private static (DateOnly From, DateOnly To) Day(DateOnly day) => (day, day);

    private static DateOnly Back(DateOnly today, string unit, int count) => unit.ToLowerInvariant() switch
    {
        "week" => today.AddDays(-7 * count),
        "month" => today.AddMonths(-count),
        _ => today.AddDays(-count),
    };

    /// <param name="weekday">Monday is 0.</param>
    /// <param name="last">"Last Friday", said on a Friday, is a week ago; "Friday" is today.</param>
    private static DateOnly Weekday(DateOnly today, int weekday, bool last)
    {
        var back = (((int)today.DayOfWeek + 6) % 7 - weekday + 7) % 7;
        return today.AddDays(-(back == 0 && last ? 7 : back));
    }

    private static int Count(string text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number
        : Array.IndexOf(s_numbers, text.ToLowerInvariant()) is var index and > 0 ? index : 1;

    // "Today" alone is when somebody writes, not a settlement's day.
    [GeneratedRegex(
        @"\b((the )?(?<beforeyesterday>day before yesterday|vorgestern|anteayer|avant-hier)|(?<yesterday>yesterday|gestern|ayer)"
        + @"|(?<today>today's|(?<=\b(from|of|for|dated) )today)"
        + @"|(?<count>\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten) (?<ago>day|week|month)s? ago"
        + @"|((?<last>last|past|previous|letzten?r?s?|vorigen?)|this|diesen?r?s?|on) ?(the )?((?<week>week|woche)|(?<month>month|monat)|(?<weekday>" + Weekdays + @"))"
        + "|(?<weekday>" + Weekdays + @"))\b",
        Options)]
    private static partial Regex Relative();

    [GeneratedRegex(
        @"(\b(since|seit|depuis|desde|next|until)|\b(reconnected|changed|tried|cleared|called|wrote|spoke|asked|mapped|updated|deleted|switched|enabled|did|started|opened|rang)\b[^.,;!?\n]{0,40}) ?$",
        Options)]
    private static partial Regex Backdrop();
}
