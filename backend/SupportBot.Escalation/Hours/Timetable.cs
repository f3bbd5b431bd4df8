using NodaTime;

namespace SupportBot.Escalation.Hours;

/// <summary>The team's shifts on the days of the calendar, less what closes.</summary>
internal sealed class Timetable(TeamClock clock, IReadOnlyList<Shift> shifts, Closures closures)
{
    private readonly ILookup<IsoDayOfWeek, Shift> _shifts = shifts.ToLookup(shift => shift.Day);

    /// <summary>In order, none empty. Those that touch are not joined.</summary>
    public IEnumerable<Interval> OpenBetween(Instant from, Instant until)
    {
        // A shift of the day before may reach over midnight.
        for (var date = clock.DateAt(from).PlusDays(-1); date <= clock.DateAt(until); date = date.PlusDays(1))
        {
            foreach (var shift in _shifts[date.DayOfWeek])
            {
                var start = Instant.Max(from, clock.FirstAt(date.AtMidnight().PlusMinutes(shift.Start)));
                var end = Instant.Min(until, clock.FirstAt(date.AtMidnight().PlusMinutes(shift.End)));
                foreach (var open in start < end ? closures.CutOutOf(new Interval(start, end)) : [])
                {
                    yield return open;
                }
            }
        }
    }
}
