using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace SupportBot.Escalation.Hours;

/// <summary>Reads <see cref="OpeningHoursOptions.Shifts"/>.</summary>
internal static partial class ShiftReader
{
    private const string Setting = OpeningHoursOptions.Section + ":" + nameof(OpeningHoursOptions.Shifts);

    private const string Example = "Write it as Mon-Fri 09:00-12:30, 13:30-17:30; Sat 22:00-02:00.";

    /// <param name="problems">Gets a sentence for each rule that cannot be read and each pair of shifts that overlap.</param>
    public static IReadOnlyList<Shift> Read(string text, ICollection<string> problems)
    {
        var shifts = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(rule => ReadRule(rule, problems)).OrderBy(shift => shift.Day).ThenBy(shift => shift.Start).ToList();
        foreach (var (shift, other) in shifts.SelectMany((shift, i) => shifts.Skip(i + 1).Where(shift.Overlaps).Select(other => (shift, other))))
        {
            problems.Add($"{Setting}: {shift} and {other} overlap. Let one end before the other begins, or make them one.");
        }

        return shifts;
    }

    private static IEnumerable<Shift> ReadRule(string rule, ICollection<string> problems)
    {
        var parts = Rule().Match(rule.Replace('–', '-'));
        var days = parts.Success ? Parts(parts.Groups["days"]).Select(ReadDays).ToList() : [];
        var times = parts.Success ? Parts(parts.Groups["times"]).Select(ReadTimes).ToList() : [];
        if (!parts.Success || days.Contains(null) || times.Contains(null))
        {
            problems.Add($"{Setting} holds '{rule}', which cannot be read. {Example}");
            return [];
        }

        return from day in days.SelectMany(range => range!).Distinct()
               from time in times
               select new Shift(day, time.Value.Start, time.Value.End);
    }

    private static string[] Parts(Group list) => list.Value.Split(',', StringSplitOptions.TrimEntries);

    /// <summary>One day or a range, which may go over the end of the week.</summary>
    private static IEnumerable<IsoDayOfWeek>? ReadDays(string text)
    {
        var days = text.Split('-', StringSplitOptions.TrimEntries).Select(ReadDay).ToList();
        if (days.Contains(null) || days.Count > 2)
        {
            return null;
        }

        var (first, last) = ((int)days[0]!.Value, (int)days[^1]!.Value);
        return Enumerable.Range(0, ((last - first + 7) % 7) + 1).Select(i => (IsoDayOfWeek)(((first - 1 + i) % 7) + 1));
    }

    private static IsoDayOfWeek? ReadDay(string text) => text.Length < 2
        ? null
        : Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None && $"{day}".StartsWith(text, StringComparison.OrdinalIgnoreCase))
            .Cast<IsoDayOfWeek?>().SingleOrDefault();

    private static (int Start, int End)? ReadTimes(string text)
    {
        var times = text.Split('-', StringSplitOptions.TrimEntries).Select(ReadTime).ToList();
        return times is [{ } start, { } end] && start != Shift.MinutesOfDay && start != end
            ? (start, end < start ? end + Shift.MinutesOfDay : end)
            : null;
    }

    private static int? ReadTime(string text)
    {
        if (text == "24:00")
        {
            return Shift.MinutesOfDay;
        }

        return TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? (time.Hour * 60) + time.Minute
            : null;
    }

    [GeneratedRegex(@"^(?<days>[A-Za-z][A-Za-z,\s-]*)\s(?<times>[\d:,\s-]+)$")]
    private static partial Regex Rule();
}
