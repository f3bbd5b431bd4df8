using SupportBot.Escalation.Hours;

namespace SupportBot.UnitTests.Escalation.Hours;

/// <summary>
/// Random hours, and somebody who looks at the wall clock every minute: a shift begins and ends when the clock first shows its time or a
/// later one. Uses the framework's time zones, the product those of NodaTime.
/// </summary>
internal sealed class MinuteWatch
{
    private readonly string _shifts;
    private readonly DateTimeOffset _from;

    /// <param name="drafts">Those that overlap an earlier one are left out.</param>
    /// <param name="holiday">The day on which this is, in the zone.</param>
    public MinuteWatch(string zone, DateTimeOffset from, int minutes, IEnumerable<(int Day, int Start, int End)> drafts, DateTimeOffset holiday)
    {
        var (clock, week) = (TimeZoneInfo.FindSystemTimeZoneById(zone), new bool[7 * 24 * 60]);
        var shifts = drafts.Where(draft => Take(week, draft)).ToList();
        var closed = TimeZoneInfo.ConvertTime(holiday, clock).Date;
        _from = from;
        _shifts = $"{zone} without {closed:yyyy-MM-dd}: " + string.Join("; ", shifts.Select(Text));
        Hours = Team.Keeping(string.Join("; ", shifts.Select(Text)), zone, $"{closed:yyyy-MM-dd}");
        Open = new bool[minutes];
        var latest = DateTime.MinValue;
        for (var minute = -2 * 24 * 60; minute < minutes; minute++)
        {
            var shown = TimeZoneInfo.ConvertTime(At(minute), clock).DateTime;
            latest = shown > latest ? shown : latest;
            if (minute >= 0)
            {
                Open[minute] = latest.Date != closed && week[MinuteOfWeek(latest)];
            }
        }
    }

    public OpeningHours Hours { get; }

    public bool[] Open { get; }

    public DateTimeOffset At(int minute) => _from.AddMinutes(minute);

    public override string ToString() => $"{_shifts} from {_from:u}";

    private static bool Take(bool[] week, (int Day, int Start, int End) shift)
    {
        var minutes = Enumerable.Range(((shift.Day - 1) * 24 * 60) + shift.Start, shift.End - shift.Start).Select(minute => minute % week.Length).ToList();
        var free = !minutes.Exists(minute => week[minute]);
        minutes.ForEach(minute => week[minute] |= free);
        return free;
    }

    private static int MinuteOfWeek(DateTime time) => ((((int)time.DayOfWeek + 6) % 7) * 24 * 60) + (int)time.TimeOfDay.TotalMinutes;

    private static string Text((int Day, int Start, int End) shift) =>
        $"{(DayOfWeek)(shift.Day % 7)} {shift.Start / 60:00}:{shift.Start % 60:00}-{shift.End / 60 % 24:00}:{shift.End % 60:00}";
}
