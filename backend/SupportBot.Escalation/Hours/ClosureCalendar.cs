using System.Runtime.Serialization;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;
using Duration = NodaTime.Duration;
using Period = Ical.Net.DataTypes.Period;

namespace SupportBot.Escalation.Hours;

/// <summary>The events of an iCalendar file (RFC 5545), each a time at which the team is away.</summary>
internal sealed class ClosureCalendar
{
    /// <summary>A rule that never comes true, such as 30 February, is given up after so many periods.</summary>
    private static readonly EvaluationOptions s_options = new() { MaxUnmatchedIncrementsLimit = 1000 };

    private readonly TeamClock _clock;
    private readonly CalendarCollection _calendars;

    private ClosureCalendar(TeamClock clock, CalendarCollection calendars) => (_clock, _calendars) = (clock, calendars);

    /// <summary>Reads a file and works out each of its events once, so that none can fail later.</summary>
    /// <exception cref="ClosureCalendarException">The file is missing, is no iCalendar file, or has an event that makes no sense.</exception>
    public static ClosureCalendar Read(string path, TeamClock clock)
    {
        try
        {
            var calendars = CalendarCollection.Load(File.ReadAllText(path));
            if (calendars.Count == 0)
            {
                throw new ClosureCalendarException("it holds no calendar");
            }

            foreach (var closing in calendars.SelectMany(calendar => calendar.Events))
            {
                Check(closing);
            }

            return new ClosureCalendar(clock, calendars);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SerializationException || IsSenseless(exception))
        {
            throw new ClosureCalendarException(Reason(exception));
        }
    }

    public IEnumerable<Interval> ClosedDuring(Interval span) => _calendars
        // Dates have no zone of their own: a day or so more on both sides, so that none is missed.
        .GetOccurrences<CalendarEvent>(new CalDateTime((span.Start - Duration.FromDays(2)).ToDateTimeUtc()), s_options)
        .TakeWhile(occurrence => occurrence.Period.StartTime.AsUtc < (span.End + Duration.FromDays(2)).ToDateTimeUtc())
        .Where(occurrence => !IsCancelled((CalendarEvent)occurrence.Source))
        .Select(occurrence => Closed(occurrence.Period))
        .Where(closed => closed.Start < closed.End);

    private Interval Closed(Period period)
    {
        var (start, end) = (period.StartTime, period.EffectiveEndTime ?? period.StartTime);
        // Some programs write a day's own date as its end, though RFC 5545 has the day after.
        return start.HasTime
            ? new Interval(At(start), At(end))
            : new Interval(At(start), _clock.Midnight(LocalDate.FromDateOnly(end.Date > start.Date ? end.Date : start.Date.AddDays(1))));
    }

    private Instant At(CalDateTime time) => time switch
    {
        { HasTime: false } => _clock.Midnight(LocalDate.FromDateOnly(time.Date)),
        { IsFloating: true } => _clock.FirstAt(LocalDateTime.FromDateTime(time.Value)),
        _ => Instant.FromDateTimeUtc(time.AsUtc),
    };

    private static void Check(CalendarEvent closing)
    {
        try
        {
            if (closing.DtStart is null)
            {
                throw new ClosureCalendarException($"the event {Name(closing)} has no DTSTART that can be read");
            }

            _ = closing.GetOccurrences(closing.DtStart, s_options).FirstOrDefault()?.Period.EffectiveEndTime?.AsUtc;
        }
        catch (Exception exception) when (IsSenseless(exception))
        {
            throw new ClosureCalendarException($"the event {Name(closing)} cannot be worked out: {Reason(exception)}");
        }
    }

    private static string Name(CalendarEvent closing) => $"'{closing.Summary ?? closing.Uid}'";

    /// <summary>What the library throws about values that cannot be.</summary>
    private static bool IsSenseless(Exception exception) => exception is ArgumentException or FormatException or OverflowException or EvaluationException;

    private static string Reason(Exception exception) => exception is EvaluationException
        ? "its rule never comes true"
        : exception.Message.ReplaceLineEndings(" ").TrimEnd('.');

    private static bool IsCancelled(CalendarEvent closing) => string.Equals(closing.Status, EventStatus.Cancelled, StringComparison.OrdinalIgnoreCase);
}

/// <summary>An iCalendar file cannot be used; the message is the reason, to stand within a sentence.</summary>
internal sealed class ClosureCalendarException(string message) : Exception(message);
