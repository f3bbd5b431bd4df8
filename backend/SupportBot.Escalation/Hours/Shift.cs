using NodaTime;

namespace SupportBot.Escalation.Hours;

/// <summary>A shift of the week.</summary>
/// <param name="Start">Minutes after the midnight with which the day begins.</param>
/// <param name="End">The same, after <paramref name="Start"/>; over 1440 on the next day.</param>
internal sealed record Shift(IsoDayOfWeek Day, int Start, int End)
{
    public const int MinutesOfDay = 24 * 60;

    private const int MinutesOfWeek = 7 * MinutesOfDay;

    private int StartOfWeek => (((int)Day - 1) * MinutesOfDay) + Start;

    /// <summary>Touching is no overlap. A shift of Sunday may reach into Monday.</summary>
    public bool Overlaps(Shift other)
    {
        var later = (other.StartOfWeek - StartOfWeek + MinutesOfWeek) % MinutesOfWeek;
        return later < End - Start || MinutesOfWeek - later < other.End - other.Start;
    }

    public override string ToString() => $"{Day} {Time(Start)}-{Time(End)}";

    private static string Time(int minutes)
    {
        var time = minutes > MinutesOfDay ? minutes - MinutesOfDay : minutes;
        return $"{time / 60:00}:{time % 60:00}";
    }
}
