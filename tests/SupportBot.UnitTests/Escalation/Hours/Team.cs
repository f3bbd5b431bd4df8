using SupportBot.Escalation.Hours;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.UnitTests.Escalation.Hours;

/// <summary>Opening hours made of settings, as the host makes them.</summary>
internal static class Team
{
    public const string London = "Europe/London";

    public static OpeningHours Keeping(string shifts, string zone = London, string holidays = "") =>
        OpeningHoursReader.Read(new OpeningHoursOptions { Shifts = shifts, TimeZone = zone, Holidays = holidays });

    /// <param name="events">The lines of VEVENTs, which begin and end them.</param>
    public static OpeningHours KeepingWithCalendar(string shifts, string events, string zone = London)
    {
        using var folder = new TemporaryFolder();
        var path = CalendarFile(folder, events);
        return OpeningHoursReader.Read(new OpeningHoursOptions { Shifts = shifts, TimeZone = zone, CalendarPath = path });
    }

    public static string CalendarFile(TemporaryFolder folder, string events)
    {
        var path = folder.File("closures.ics");
        File.WriteAllText(path, $"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//example//closures//EN\n{events}\nEND:VCALENDAR\n".ReplaceLineEndings("\r\n"));
        return path;
    }

    public static IReadOnlyList<string> Problems(OpeningHoursOptions options) =>
        [.. new OpeningHoursOptionsValidator().Validate(null, options).Failures ?? []];

    public static DateTimeOffset Utc(string time) => DateTimeOffset.Parse(time + "Z", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Checks what is open on a day of UTC, written as <c>09:00-12:30 13:30-17:30</c>.</summary>
    public static void AssertOpen(OpeningHours hours, string date, string expected)
    {
        var (day, spans) = (Utc(date), new List<string>());
        DateTimeOffset? began = null;
        for (var minute = 0; minute <= 24 * 60; minute++)
        {
            var at = day.AddMinutes(minute);
            var open = minute < 24 * 60 && hours.IsOpen(at) == true;
            if (open)
            {
                began ??= at;
            }
            else if (began is not null)
            {
                spans.Add(minute == 24 * 60 ? $"{began:HH:mm}-24:00" : $"{began:HH:mm}-{at:HH:mm}");
                began = null;
            }
        }

        Assert.Equal(expected, string.Join(' ', spans));
    }
}
