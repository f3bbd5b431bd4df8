using SupportBot.Escalation.Hours;
using Xunit;
using static SupportBot.UnitTests.Escalation.Hours.Team;

namespace SupportBot.UnitTests.Escalation.Hours;

public sealed class OpeningHoursOptionsTests
{
    [Theory]
    [InlineData("Mon-Fri 09:00-17:30")]
    [InlineData("monday - friday 9:00-12:30,13:30 - 17:30;")]
    [InlineData("Mon–Fri 09:00–17:30; Sat, Sun 10:00-12:00")]
    [InlineData("Sat-Mon 22:00-02:00")]
    [InlineData("Mon-Sun 00:00-24:00")]
    [InlineData("Mon 09:00-12:00, 12:00-17:00")]
    [InlineData("Sun 22:00-02:00; Mon 02:00-06:00")]
    [InlineData("Mon, Mon 22:00-00:00")]
    public void Shifts_are_days_and_times(string shifts) => Assert.Empty(Problems(Options(shifts)));

    [Theory]
    [InlineData("always")]
    [InlineData("Mon-Fri")]
    [InlineData("09:00-17:30")]
    [InlineData("Mon-Fri 9-17")]
    [InlineData("Mon-Fri 09:00")]
    [InlineData("Mon-Fri 09:00-17:60")]
    [InlineData("Mon-Fri 09:00-25:00")]
    [InlineData("Mon-Fri 24:00-08:00")]
    [InlineData("Mon-Fri 09:00-09:00")]
    [InlineData("Mon-Wed-Fri 09:00-17:30")]
    [InlineData("M 09:00-17:30")]
    [InlineData("Funday 09:00-17:30")]
    [InlineData("None 09:00-17:30")]
    [InlineData("Mon, 09:00-17:30")]
    [InlineData("Mon 09:00-12:00,")]
    public void Shifts_that_cannot_be_read_stop_the_start(string shifts) => Assert.Equal(
        $"Support:OpeningHours:Shifts holds '{shifts}', which cannot be read. Write it as Mon-Fri 09:00-12:30, 13:30-17:30; Sat 22:00-02:00.",
        Assert.Single(Problems(Options(shifts))));

    [Theory]
    [InlineData("Mon 09:00-12:30, 12:00-17:00", "Monday 09:00-12:30 and Monday 12:00-17:00 overlap")]
    [InlineData("Mon-Tue 09:00-17:00; Tue 10:00-11:00", "Tuesday 09:00-17:00 and Tuesday 10:00-11:00 overlap")]
    [InlineData("Fri 22:00-02:00; Sat 01:00-03:00", "Friday 22:00-02:00 and Saturday 01:00-03:00 overlap")]
    [InlineData("Mon 00:00-06:00; Sun 18:00-04:00", "Monday 00:00-06:00 and Sunday 18:00-04:00 overlap")]
    [InlineData("Mon 09:00-17:00; Mon 09:00-17:00", "Monday 09:00-17:00 and Monday 09:00-17:00 overlap")]
    public void Shifts_that_overlap_stop_the_start(string shifts, string problem) =>
        Assert.StartsWith($"Support:OpeningHours:Shifts: {problem}. ", Assert.Single(Problems(Options(shifts))), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("GMT Standard Time")]
    [InlineData("Europe/Londres")]
    public void A_zone_that_is_none_stops_the_start(string zone) => Assert.Equal(
        $"Support:OpeningHours:TimeZone is '{zone}', which is no time zone. Set it to an IANA id such as Europe/London.",
        Assert.Single(Problems(Options("Mon 09:00-17:00") with { TimeZone = zone })));

    [Theory]
    [InlineData("25.12.2026")]
    [InlineData("2026-02-29")]
    [InlineData("Christmas")]
    public void A_holiday_that_is_no_date_stops_the_start(string day) => Assert.Equal(
        $"Support:OpeningHours:Holidays holds '{day}', which is no date. Write it as 2026-12-25, divided by commas.",
        Assert.Single(Problems(Options("Mon 09:00-17:00") with { Holidays = $"2026-12-25, {day}" })));

    [Fact]
    public void Half_the_settings_stop_the_start_because_they_would_mean_nothing()
    {
        Assert.Contains("Shifts is empty", Assert.Single(Problems(new OpeningHoursOptions { Holidays = "2026-12-25" })), StringComparison.Ordinal);
        Assert.Contains("Shifts is empty", Assert.Single(Problems(new OpeningHoursOptions { TimeZone = London })), StringComparison.Ordinal);
        Assert.Empty(Problems(new OpeningHoursOptions()));
    }

    [Fact]
    public void All_problems_are_told_at_once() =>
        Assert.Equal(3, Problems(Options("soon") with { TimeZone = "here", Holidays = "then" }).Count);

    private static OpeningHoursOptions Options(string shifts) => new() { TimeZone = London, Shifts = shifts };
}
