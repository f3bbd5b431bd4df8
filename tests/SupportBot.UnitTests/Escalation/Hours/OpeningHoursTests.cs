using SupportBot.Escalation.Hours;
using Xunit;
using static SupportBot.UnitTests.Escalation.Hours.Team;

namespace SupportBot.UnitTests.Escalation.Hours;

public sealed class OpeningHoursTests
{
    private const string Split = "Mon-Fri 09:00-12:30, 13:30-17:30";

    [Theory]
    [InlineData("2026-02-02", "09:00-12:30 13:30-17:30")]
    [InlineData("2026-02-06", "09:00-12:30 13:30-17:30")]
    [InlineData("2026-02-07", "")]
    [InlineData("2026-07-01", "08:00-11:30 12:30-16:30")]
    public void Hours_are_those_of_the_clock_on_the_teams_wall(string date, string open) => AssertOpen(Keeping(Split), date, open);

    [Theory]
    [InlineData("2026-02-02T10:00", "2026-02-02T10:00")]
    [InlineData("2026-02-02T12:30", "2026-02-02T13:30")]
    [InlineData("2026-02-02T17:29:59", "2026-02-02T17:29:59")]
    [InlineData("2026-02-06T17:30", "2026-02-09T09:00")]
    [InlineData("2026-03-27T18:00", "2026-03-30T08:00")]
    public void Next_opening_is_the_moment_itself_or_the_beginning_of_the_next_shift(string at, string opening) =>
        Assert.Equal(Utc(opening), Keeping(Split).NextOpening(Utc(at)));

    [Fact]
    public void Whoever_asks_in_another_zone_gets_the_same_instant_in_UTC()
    {
        var opening = Keeping(Split).NextOpening(new DateTimeOffset(2026, 2, 6, 23, 0, 0, TimeSpan.FromHours(5)));

        Assert.Equal((Utc("2026-02-09T09:00"), TimeSpan.Zero), (opening!.Value, opening.Value.Offset));
    }

    [Fact]
    public void What_may_be_said_is_that_somebody_is_there_or_when_somebody_comes()
    {
        Assert.Equal(new AnswerTime.Now(), Keeping(Split).AnswerAt(Utc("2026-02-02T09:00")));
        Assert.Equal(new AnswerTime.From(Utc("2026-02-03T09:00")), Keeping(Split).AnswerAt(Utc("2026-02-02T17:30")));
    }

    [Fact]
    public void Unknown_hours_promise_nothing_and_count_all_time()
    {
        var (hours, at) = (Keeping("", zone: ""), Utc("2026-02-02T10:00"));

        Assert.Equal(new AnswerTime.Unknown(), hours.AnswerAt(at));
        Assert.Null(hours.IsOpen(at));
        Assert.Null(hours.NextOpening(at));
        Assert.Equal(at.AddMinutes(90), hours.AddOpenTime(at, TimeSpan.FromMinutes(90)));
    }

    [Fact]
    public void A_night_shift_belongs_to_the_evening_on_which_it_begins()
    {
        var hours = Keeping("Sat-Sun 22:00-02:00");

        AssertOpen(hours, "2026-02-07", "22:00-24:00");
        AssertOpen(hours, "2026-02-08", "00:00-02:00 22:00-24:00");
        AssertOpen(hours, "2026-02-09", "00:00-02:00");
        AssertOpen(hours, "2026-02-10", "");
    }

    [Fact]
    public void A_holiday_closes_from_midnight_to_midnight_also_within_a_night_shift()
    {
        var hours = Keeping("Mon-Sun 22:00-02:00", holidays: "2026-12-25, 2026-12-28");

        AssertOpen(hours, "2026-12-24", "00:00-02:00 22:00-24:00");
        AssertOpen(hours, "2026-12-25", "");
        AssertOpen(hours, "2026-12-26", "00:00-02:00 22:00-24:00");
    }

    [Fact]
    public void Over_a_long_closure_the_opening_is_still_found()
    {
        var december = string.Join(',', Enumerable.Range(1, 31).Select(day => $"2026-12-{day:00}"));

        Assert.Equal(Utc("2027-01-01T09:00"), Keeping(Split, holidays: december).NextOpening(Utc("2026-11-30T17:30")));
    }

    [Theory]
    [InlineData("2026-02-02T10:00", 15, "2026-02-02T10:15")]
    [InlineData("2026-02-02T12:20", 10, "2026-02-02T12:30")]
    [InlineData("2026-02-02T12:20", 15, "2026-02-02T13:35")]
    [InlineData("2026-02-06T17:20", 30, "2026-02-09T09:20")]
    [InlineData("2026-02-07T03:00", 15, "2026-02-09T09:15")]
    [InlineData("2026-02-07T03:00", 0, "2026-02-07T03:00")]
    public void Time_counts_only_while_somebody_is_there(string from, int minutes, string due) =>
        Assert.Equal(Utc(due), Keeping(Split).AddOpenTime(Utc(from), TimeSpan.FromMinutes(minutes)));

    // London: clocks go from 01:00 to 02:00 on 29 March 2026, and from 02:00 back to 01:00 on 25 October.
    [Theory]
    [InlineData("Sun 00:00-06:00", "2026-03-29", "00:00-05:00")]
    [InlineData("Sun 01:30-05:00", "2026-03-29", "01:00-04:00")]
    [InlineData("Sun 00:30-01:30", "2026-03-29", "00:30-01:00")]
    [InlineData("Sun 01:15-01:45", "2026-03-29", "")]
    [InlineData("Sat 22:00-03:00", "2026-03-29", "00:00-02:00")]
    [InlineData("Sun 00:00-06:00", "2026-10-25", "00:00-06:00")]
    [InlineData("Sun 01:30-02:00", "2026-10-25", "00:30-02:00")]
    [InlineData("Sun 00:30-01:30", "2026-10-25", "00:00-00:30")]
    [InlineData("Sun 00:30-01:30, 01:30-04:00", "2026-10-25", "00:00-04:00")]
    public void When_the_clocks_change_a_shift_goes_by_what_they_show_first(string shifts, string date, string open) =>
        AssertOpen(Keeping(shifts), date, open);

    [Fact]
    public void A_holiday_lasts_as_long_as_its_day()
    {
        var hours = Keeping("Mon-Sun 00:00-24:00", holidays: "2026-03-29, 2026-10-25");

        Assert.Equal(Utc("2026-03-29T23:00"), hours.NextOpening(Utc("2026-03-29T00:00")));
        Assert.Equal(Utc("2026-10-26T00:00"), hours.NextOpening(Utc("2026-10-24T23:00")));
        Assert.True(hours.IsOpen(Utc("2026-10-24T22:59")));
    }
}
