using NodaTime;

namespace SupportBot.Escalation.Hours;

/// <summary>When the team is away although there would be a shift.</summary>
internal sealed class Closures(TeamClock clock, IReadOnlyList<LocalDate> holidays, ClosureCalendar? calendar)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, IReadOnlyList<Interval>> _years = [];

    /// <summary>What is left of a shift, in order.</summary>
    public IEnumerable<Interval> CutOutOf(Interval shift)
    {
        var left = shift.Start;
        foreach (var closed in Years(shift).Where(closed => closed.Start < shift.End && closed.End > shift.Start))
        {
            if (closed.Start > left)
            {
                yield return new Interval(left, closed.Start);
            }

            left = Instant.Max(left, closed.End);
        }

        if (left < shift.End)
        {
            yield return new Interval(left, shift.End);
        }
    }

    private IEnumerable<Interval> Years(Interval shift)
    {
        var (first, last) = (shift.Start.InUtc().Year, shift.End.InUtc().Year);
        return first == last ? Year(first) : Year(first).Concat(Year(last)).OrderBy(closed => closed.Start);
    }

    /// <summary>A recurring event has no end, so what it closes is worked out for the years that are asked about.</summary>
    private IReadOnlyList<Interval> Year(int year)
    {
        lock (_lock)
        {
            return _years.TryGetValue(year, out var known) ? known : _years[year] = WorkOut(year);
        }
    }

    private List<Interval> WorkOut(int year)
    {
        var whole = new Interval(Instant.FromUtc(year, 1, 1, 0, 0), Instant.FromUtc(year + 1, 1, 1, 0, 0));
        return [.. holidays.Select(date => new Interval(clock.Midnight(date), clock.Midnight(date.PlusDays(1))))
            .Concat(calendar?.ClosedDuring(whole) ?? [])
            .Where(closed => closed.Start < whole.End && closed.End > whole.Start)
            .OrderBy(closed => closed.Start)];
    }
}
