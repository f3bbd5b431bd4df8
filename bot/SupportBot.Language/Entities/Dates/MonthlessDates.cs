using System.Globalization;
using System.Text.RegularExpressions;
using SupportBot.Language.Text;

namespace SupportBot.Language.Entities.Dates;

/// <summary>Finds days that are named without their month: <c>the 4th</c>, <c>1st - 14th</c>. The latest ones are meant.</summary>
internal static partial class MonthlessDates
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Day = @"\d{1,2})(st|nd|rd|th)\b";

    public static List<DateMention> Find(Utterance utterance, DateOnly today)
    {
        var mentions = new List<DateMention>();
        if (!utterance.Tokens.Any(IsOrdinal))
        {
            return mentions;
        }

        var text = utterance.Text;
        if (Range().Match(text) is { Success: true } range && Latest(Int(range.Groups["last"]), today) is { } last
            && Latest(Int(range.Groups["first"]), last) is { } first)
        {
            mentions.Add(new DateMention(first, last, range.Index, range.Index + range.Length));
        }
        else if (Single().Match(text) is { Success: true } single
            && !RelativeDates.TellsOfSomethingElse(text, single.Index)
            && Latest(Int(single.Groups["day"]), today) is { } day)
        {
            mentions.Add(new DateMention(day, day, single.Index, single.Index + single.Length));
        }

        return mentions;
    }

    private static bool IsOrdinal(string token) =>
        token.Length is 3 or 4 && char.IsAsciiDigit(token[0]) && token[^2..] is "st" or "nd" or "rd" or "th";

    /// <summary>Null for a day that no month has.</summary>
    private static DateOnly? Latest(int day, DateOnly notAfter)
    {
        if (day is < 1 or > 31)
        {
            return null;
        }

        var month = new DateOnly(notAfter.Year, notAfter.Month, 1);
        while (DateTime.DaysInMonth(month.Year, month.Month) < day || month.AddDays(day - 1) > notAfter)
        {
            month = month.AddMonths(-1);
        }

        return month.AddDays(day - 1);
    }

    private static int Int(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\w.,/£$€#-])((?<first>" + Day + " ?(-|to|until|till|through) ?(the )?|(?<=\\bbetween (the )?)(?<first>" + Day + " and (the )?)(?<last>" + Day, Options)]
    private static partial Regex Range();

    // "The 2nd marketplace" counts something else.
    [GeneratedRegex(
        @"\b(the|of|on|dated|ending) (?<day>" + Day
        + "(?! (one|time|marketplace|market|store|shop|channel|account|attempt|try|step|month|week|day|party|bank|settlement|payout|invoice|email|message|person|user)s?\\b)",
        Options)]
    private static partial Regex Single();
}
