using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;

namespace SupportBot.Escalation.Hours;

/// <summary>Makes <see cref="OpeningHours"/> of the settings.</summary>
internal static class OpeningHoursReader
{
    /// <exception cref="OptionsValidationException">A setting must be changed.</exception>
    public static OpeningHours Read(OpeningHoursOptions options)
    {
        var problems = new List<string>();
        var hours = Read(options, problems);
        return problems.Count == 0 ? hours : throw new OptionsValidationException(Options.DefaultName, typeof(OpeningHoursOptions), problems);
    }

    /// <param name="problems">Gets a sentence for each setting that must be changed; the hours are then not to be used.</param>
    public static OpeningHours Read(OpeningHoursOptions options, ICollection<string> problems)
    {
        if (string.IsNullOrWhiteSpace(options.Shifts))
        {
            RefuseHalfSettings(options, problems);
            return OpeningHours.Unknown;
        }

        var shifts = ShiftReader.Read(options.Shifts, problems);
        var holidays = ReadHolidays(options.Holidays, problems);
        if (ReadZone(options.TimeZone, problems) is not { } zone)
        {
            return OpeningHours.Unknown;
        }

        var clock = new TeamClock(zone);
        return new OpeningHours(new Timetable(clock, shifts, new Closures(clock, holidays, ReadCalendar(options.CalendarPath, clock, problems))));
    }

    private static void RefuseHalfSettings(OpeningHoursOptions options, ICollection<string> problems)
    {
        if (!string.IsNullOrWhiteSpace(options.TimeZone + options.Holidays + options.CalendarPath))
        {
            problems.Add($"{Setting(nameof(options.Shifts))} is empty, so the other settings of {OpeningHoursOptions.Section} mean nothing. "
                + "Set it, such as Mon-Fri 09:00-17:30, or remove them.");
        }
    }

    private static DateTimeZone? ReadZone(string id, ICollection<string> problems)
    {
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(id.Trim());
        if (zone is null)
        {
            problems.Add($"{Setting(nameof(OpeningHoursOptions.TimeZone))} is '{id}', which is no time zone. Set it to an IANA id such as Europe/London.");
        }

        return zone;
    }

    private static List<LocalDate> ReadHolidays(string text, ICollection<string> problems)
    {
        var dates = new List<LocalDate>();
        foreach (var day in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (LocalDatePattern.Iso.Parse(day).TryGetValue(default, out var date))
            {
                dates.Add(date);
            }
            else
            {
                problems.Add($"{Setting(nameof(OpeningHoursOptions.Holidays))} holds '{day}', which is no date. Write it as 2026-12-25, divided by commas.");
            }
        }

        return dates;
    }

    private static ClosureCalendar? ReadCalendar(string path, TeamClock clock, ICollection<string> problems)
    {
        try
        {
            return string.IsNullOrWhiteSpace(path) ? null : ClosureCalendar.Read(path, clock);
        }
        catch (ClosureCalendarException exception)
        {
            problems.Add($"{Setting(nameof(OpeningHoursOptions.CalendarPath))} is '{path}', which cannot be used: {exception.Message}. "
                + "Set it to an iCalendar file (.ics), or remove it.");
            return null;
        }
    }

    private static string Setting(string name) => $"{OpeningHoursOptions.Section}:{name}";
}
