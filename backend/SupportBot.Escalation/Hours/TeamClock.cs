using NodaTime;
using NodaTime.TimeZones;

namespace SupportBot.Escalation.Hours;

/// <summary>
/// The clock on the team's wall. Something begins or ends when that clock <b>first</b> shows its time or a later one: where an hour
/// comes twice, the first time; where it is left out, when it is skipped.
/// </summary>
internal sealed class TeamClock(DateTimeZone zone)
{
    private static readonly ZoneLocalMappingResolver s_first =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    public Instant FirstAt(LocalDateTime time) => zone.ResolveLocal(time, s_first).ToInstant();

    public Instant Midnight(LocalDate date) => FirstAt(date.AtMidnight());

    public LocalDate DateAt(Instant instant) => instant.InZone(zone).Date;
}
