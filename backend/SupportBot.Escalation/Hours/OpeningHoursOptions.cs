namespace SupportBot.Escalation.Hours;

/// <summary>When the support team answers, section <c>Support:OpeningHours</c>. Read once, at the start.</summary>
public sealed record OpeningHoursOptions
{
    public const string Section = "Support:OpeningHours";

    /// <summary>The IANA id of the zone in which all times below are meant, such as <c>Europe/London</c>.</summary>
    public string TimeZone { get; set; } = "";

    /// <summary>
    /// The shifts of a week: days, then times, rules divided by semicolons, such as
    /// <c>Mon-Fri 09:00-12:30, 13:30-17:30; Sat 22:00-02:00</c>. A shift that ends before it begins ends on the next day; a whole
    /// day is <c>00:00-24:00</c>. Empty: the hours are unknown, and no time is promised to anybody.
    /// </summary>
    public string Shifts { get; set; } = "";

    /// <summary>Days on which the team is away from midnight to midnight, such as <c>2026-12-25, 2026-12-28</c>.</summary>
    public string Holidays { get; set; } = "";

    /// <summary>
    /// An iCalendar file (RFC 5545) whose events are the times at which the team is away. All-day events close days of
    /// <see cref="TimeZone"/>, timed ones only their hours; cancelled ones nothing. Whether an event is marked as free or busy
    /// makes no difference, because calendars of public holidays mark theirs as free.
    /// </summary>
    public string CalendarPath { get; set; } = "";
}
