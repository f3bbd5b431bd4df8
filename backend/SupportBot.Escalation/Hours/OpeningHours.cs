using NodaTime;

namespace SupportBot.Escalation.Hours;

/// <summary>When the support team is there, and when so much of its time will have passed. All instants that come out are UTC.</summary>
public sealed class OpeningHours
{
    /// <summary>How far the next opening is looked for; who is away for longer is not expected back.</summary>
    private static readonly Duration s_horizon = Duration.FromDays(366);

    private readonly Timetable? _timetable;

    internal OpeningHours(Timetable? timetable) => _timetable = timetable;

    /// <summary>No hours are configured: nothing may be promised, and all time counts as the team's.</summary>
    public static OpeningHours Unknown { get; } = new(null);

    /// <summary>What may be told to whoever waits at that instant.</summary>
    public AnswerTime AnswerAt(DateTimeOffset at) => NextOpening(at) switch
    {
        null => new AnswerTime.Unknown(),
        { } opening when opening == at => new AnswerTime.Now(),
        { } opening => new AnswerTime.From(opening),
    };

    /// <summary>Null where the hours are unknown.</summary>
    public bool? IsOpen(DateTimeOffset at) => _timetable is null ? null : NextOpening(at) == at;

    /// <summary>The instant itself while open. Null where the hours are unknown, or within a year there are none.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset at)
    {
        var from = Instant.FromDateTimeOffset(at);
        var open = _timetable?.OpenBetween(from, from + s_horizon).Cast<Interval?>().FirstOrDefault();
        return open?.Start.ToDateTimeOffset();
    }

    /// <summary>The first instant at which so much open time has passed since <paramref name="from"/>; null where within a year it does not.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="openTime"/> is negative.</exception>
    public DateTimeOffset? AddOpenTime(DateTimeOffset from, TimeSpan openTime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(openTime, TimeSpan.Zero);
        if (_timetable is null || openTime == TimeSpan.Zero)
        {
            return from.ToUniversalTime() + openTime;
        }

        var (start, left) = (Instant.FromDateTimeOffset(from), Duration.FromTimeSpan(openTime));
        foreach (var open in _timetable.OpenBetween(start, start + s_horizon))
        {
            if (left <= open.Duration)
            {
                return (open.Start + left).ToDateTimeOffset();
            }

            left -= open.Duration;
        }

        return null;
    }
}
