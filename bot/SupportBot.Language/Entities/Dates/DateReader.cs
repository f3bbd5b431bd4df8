using SupportBot.Language.Text;

namespace SupportBot.Language.Entities.Dates;

/// <summary>Finds the days that somebody names.</summary>
internal static class DateReader
{
    /// <summary>In the order of the text. Dates that are written out say more than "yesterday", which then stays out.</summary>
    /// <param name="today">The product's day; a date without a year is the latest that is not after it.</param>
    /// <param name="locale">Under <c>en-US</c> the month stands before the day.</param>
    public static IReadOnlyList<DateMention> Find(Utterance utterance, DateOnly today, string locale)
    {
        var written = CalendarDates.Find(utterance, today, locale);
        if (written.Count > 0)
        {
            return written;
        }

        var monthless = MonthlessDates.Find(utterance, today);
        return monthless.Count > 0 ? monthless : RelativeDates.Find(utterance, today);
    }
}
