using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace SupportBot.UnitTests.Escalation.Hours;

/// <summary>Whatever the hours, they are those that somebody finds who looks at the clock every minute.</summary>
public sealed class OpeningHoursPropertyTests
{
    private const int Window = 4 * 24 * 60;

    // Each where its clocks change: by an hour, half an hour, at midnight, and by leaving a day out.
    private static readonly (string Zone, string Change)[] s_changes =
    [
        ("Europe/London", "2026-03-29T01:00"), ("Europe/London", "2026-10-25T01:00"),
        ("America/New_York", "2025-03-09T07:00"), ("America/New_York", "2025-11-02T06:00"),
        ("Australia/Lord_Howe", "2025-04-05T15:00"), ("Australia/Lord_Howe", "2025-10-04T15:30"),
        ("America/Sao_Paulo", "2018-11-04T03:00"), ("America/Sao_Paulo", "2019-02-17T02:00"),
        ("Pacific/Apia", "2011-12-30T10:00"),
    ];

    private static readonly Gen<(int Day, int Start, int End)> s_shift =
        from day in Gen.Choose(1, 7)
        from start in Gen.Choose(0, 95)
        from length in Gen.Choose(1, 60)
        select (day, start * 15, (start + length) * 15);

    private static readonly Arbitrary<MinuteWatch> s_watches = (
        from shifts in s_shift.NonEmptyListOf()
        from change in Gen.Elements(s_changes)
        from before in Gen.Choose(0, Window / 2)
        from holiday in Gen.Choose(-2, 3)
        select new MinuteWatch(change.Zone, Team.Utc(change.Change).AddMinutes(-before), Window, shifts, Team.Utc(change.Change).AddDays(holiday))).ToArbitrary();

    [Fact]
    public void The_team_is_there_in_the_minutes_of_its_shifts() => Hold(watch =>
        Enumerable.Range(0, Window / 5).Select(i => i * 5).All(minute => watch.Hours.IsOpen(watch.At(minute)) == watch.Open[minute]));

    [Fact]
    public void The_next_opening_is_the_first_open_minute() => Hold(watch => Enumerable.Range(0, Window / 97).Select(i => i * 97).All(minute =>
    {
        var opening = watch.Hours.NextOpening(watch.At(minute));
        return Array.IndexOf(watch.Open, true, minute) is var first && first < 0 ? opening is null || opening >= watch.At(Window) : opening == watch.At(first);
    }));

    [Fact]
    public void Open_time_has_passed_at_the_end_of_its_last_open_minute() => Hold(watch =>
    {
        var due = watch.Open.Index().Where(minute => minute.Item).Select(minute => watch.At(minute.Index + 1)).ToList();
        return Enumerable.Range(0, due.Count / 31).Select(i => i * 31).All(i => watch.Hours.AddOpenTime(watch.At(0), TimeSpan.FromMinutes(i + 1)) == due[i]);
    });

    private static void Hold(Func<MinuteWatch, bool> property) => Check.QuickThrowOnFailure(Prop.ForAll(s_watches, property));
}
