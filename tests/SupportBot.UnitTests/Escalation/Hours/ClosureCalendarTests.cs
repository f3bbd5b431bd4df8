using SupportBot.Escalation.Hours;
using SupportBot.Testing.Hosting;
using Xunit;
using static SupportBot.UnitTests.Escalation.Hours.Team;

namespace SupportBot.UnitTests.Escalation.Hours;

/// <summary>What the events of an iCalendar file close, as RFC 5545 has it. 25 December 2026 is a Friday.</summary>
public sealed class ClosureCalendarTests
{
    private const string Daily = "Mon-Sun 09:00-17:00";

    private static readonly TimeSpan s_day = TimeSpan.FromHours(8);

    [Theory]
    [InlineData("a day", "DTSTART;VALUE=DATE:20261225", "25")]
    [InlineData("a day whose end is the next", "DTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20261226", "25")]
    [InlineData("a day that is written as its own end", "DTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20261225", "25")]
    [InlineData("several days, without the end", "DTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20261228", "25 26 27")]
    [InlineData("a length", "DTSTART;VALUE=DATE:20261225\nDURATION:P2D", "25 26")]
    [InlineData("further dates", "DTSTART;VALUE=DATE:20261222\nRDATE;VALUE=DATE:20261224,20261229", "22 24 29")]
    [InlineData("folded lines", "SUMMARY:a\n  long one\nDTSTART;VALUE=DA\n TE:20261225", "25")]
    [InlineData("free time, as calendars of public holidays mark it", "DTSTART;VALUE=DATE:20261225\nTRANSP:TRANSPARENT", "25")]
    [InlineData("cancelled", "DTSTART;VALUE=DATE:20261225\nSTATUS:CANCELLED", "")]
    [InlineData("every year", "DTSTART;VALUE=DATE:20191225\nRRULE:FREQ=YEARLY", "25")]
    [InlineData("every year until then", "DTSTART;VALUE=DATE:20191225\nRRULE:FREQ=YEARLY;UNTIL=20251225", "")]
    [InlineData("the last Monday of a month", "DTSTART;VALUE=DATE:20251229\nRRULE:FREQ=YEARLY;BYMONTH=12;BYDAY=-1MO", "28")]
    [InlineData("every year but this", "DTSTART;VALUE=DATE:20191225\nRRULE:FREQ=YEARLY\nEXDATE;VALUE=DATE:20261225", "")]
    public void Whole_days_are_closed(string what, string lines, string days) =>
        AssertClosed(days, KeepingWithCalendar(Daily, Event(lines)), what);

    [Theory]
    [InlineData("cancelled", "RECURRENCE-ID;VALUE=DATE:20261225\nDTSTART;VALUE=DATE:20261225\nSTATUS:CANCELLED", "")]
    [InlineData("moved", "RECURRENCE-ID;VALUE=DATE:20261225\nDTSTART;VALUE=DATE:20261228", "28")]
    [InlineData("moved far away", "RECURRENCE-ID;VALUE=DATE:20260401\nDTSTART;VALUE=DATE:20261223", "23 25")]
    public void One_time_of_a_recurring_event_may_be_changed(string what, string lines, string days)
    {
        var rule = lines.Contains("20260401", StringComparison.Ordinal) ? "RRULE:FREQ=YEARLY;BYMONTH=4,12;BYMONTHDAY=1,25" : "RRULE:FREQ=YEARLY";
        var whole = Event($"DTSTART;VALUE=DATE:20191225\n{rule}\nEXDATE;VALUE=DATE:20261201");

        AssertClosed(days, KeepingWithCalendar(Daily, $"{whole}\n{Event(lines)}"), what);
    }

    [Fact]
    public void A_closure_over_the_new_year_closes_both_sides_of_it_every_year()
    {
        var hours = KeepingWithCalendar(Daily, Event("DTSTART;VALUE=DATE:20191224\nDTEND;VALUE=DATE:20200103\nRRULE:FREQ=YEARLY"));

        Assert.Equal(Utc("2027-01-03T09:00"), hours.NextOpening(Utc("2026-12-23T17:00")));
        Assert.Equal(Utc("2033-01-03T09:00"), hours.NextOpening(Utc("2032-12-31T12:00")));
    }

    [Theory]
    [InlineData("the team's time", "DTSTART:20260601T120000\nDTEND:20260601T180000", "08:00-11:00")]
    [InlineData("UTC", "DTSTART:20260601T120000Z\nDURATION:PT2H", "08:00-12:00 14:00-16:00")]
    [InlineData("another zone", "DTSTART;TZID=America/New_York:20260601T060000\nDTEND;TZID=America/New_York:20260601T080000", "08:00-10:00 12:00-16:00")]
    [InlineData("Outlook's name of a zone", "DTSTART;TZID=GMT Standard Time:20260601T100000\nDURATION:PT1H", "08:00-09:00 10:00-16:00")]
    [InlineData("a weekly half day", "DTSTART;TZID=Europe/London:20260105T120000\nDURATION:PT5H\nRRULE:FREQ=WEEKLY", "08:00-11:00")]
    [InlineData("no length", "DTSTART:20260601T120000", "08:00-16:00")]
    [InlineData("two that overlap", "DTSTART:20260601T120000\nDURATION:PT3H\nRDATE:20260601T130000", "08:00-11:00 15:00-16:00")]
    public void A_timed_event_closes_its_hours_only(string what, string lines, string open)
    {
        Assert.NotEmpty(what);
        AssertOpen(KeepingWithCalendar(Daily, Event(lines)), "2026-06-01", open);
    }

    [Fact]
    public void Days_are_those_of_the_teams_zone()
    {
        var hours = KeepingWithCalendar("Mon-Sun 00:00-24:00", Event("DTSTART;VALUE=DATE:20261225"), "Pacific/Auckland");

        Assert.Equal(Utc("2026-12-25T11:00"), hours.NextOpening(Utc("2026-12-24T11:00")));
        Assert.True(hours.IsOpen(Utc("2026-12-24T10:59")));
    }

    [Fact]
    public void Who_is_always_away_promises_nothing() => Assert.Equal(
        new AnswerTime.Unknown(),
        KeepingWithCalendar(Daily, Event("DTSTART;VALUE=DATE:20200101\nRRULE:FREQ=DAILY")).AnswerAt(Utc("2026-06-01T12:00")));

    [Theory]
    [InlineData("SUMMARY:Party", "the event 'Party' has no DTSTART")]
    [InlineData("SUMMARY:Party\nDTSTART:Christmas", "the event 'Party' has no DTSTART")]
    [InlineData("SUMMARY:Party\nDTSTART;TZID=Nowhere/Land:20261224T120000\nDURATION:PT1H", "the event 'Party' cannot be worked out: Unrecognized time zone")]
    [InlineData("SUMMARY:Party\nDTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20261220", "the event 'Party' cannot be worked out")]
    [InlineData("SUMMARY:Party\nDTSTART;VALUE=DATE:20260101\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "the event 'Party' cannot be worked out: its rule never comes true")]
    [InlineData("DTSTART;VALUE=DATE:20261340", "which cannot be used")]
    [InlineData("DTSTART;VALUE=DATE:20261225\nRRULE:FREQ=SOMETIMES", "which cannot be used")]
    public void An_event_that_makes_no_sense_stops_the_start(string lines, string reason)
    {
        using var folder = new TemporaryFolder();

        var problem = Assert.Single(Problems(Options(CalendarFile(folder, Event(lines)))));

        Assert.StartsWith("Support:OpeningHours:CalendarPath is '", problem, StringComparison.Ordinal);
        Assert.Contains(reason, problem, StringComparison.Ordinal);
        Assert.EndsWith("Set it to an iCalendar file (.ics), or remove it.", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("<html><body>Sign in</body></html>")]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261225\r\n")]
    public void A_file_that_is_no_calendar_stops_the_start(string? content)
    {
        using var folder = new TemporaryFolder();
        if (content is not null)
        {
            File.WriteAllText(folder.File("closures.ics"), content);
        }

        var problem = Assert.Single(Problems(Options(folder.File("closures.ics"))));

        Assert.Contains("which cannot be used", problem, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem);
    }

    private static OpeningHoursOptions Options(string path) => new() { TimeZone = London, Shifts = Daily, CalendarPath = path };

    private static string Event(string lines) => $"BEGIN:VEVENT\nUID:1@example.com\nDTSTAMP:20260101T000000Z\n{lines}\nEND:VEVENT";

    /// <param name="days">Of the second half of December 2026; all others are open from 9 to 5.</param>
    private static void AssertClosed(string days, OpeningHours hours, string what)
    {
        var open = Enumerable.Range(16, 16).ToDictionary(day => day, day => OpenTime(hours, Utc($"2026-12-{day}")));

        Assert.Equal($"{what}: {days}", $"{what}: {string.Join(' ', open.Where(day => day.Value == TimeSpan.Zero).Select(day => day.Key))}");
        Assert.All(open.Values, time => Assert.True(time == TimeSpan.Zero || time == s_day));
    }

    private static TimeSpan OpenTime(OpeningHours hours, DateTimeOffset day) =>
        Enumerable.Range(0, 96).Select(number => TimeSpan.FromMinutes(15 * number)).Count(time => hours.IsOpen(day + time) == true) * TimeSpan.FromMinutes(15);
}
