using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Escalation.Hours;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.Startup;

/// <summary>What the host makes of the settings about the team's hours.</summary>
public sealed class OpeningHoursSettingsTests
{
    private static readonly DateTimeOffset s_christmasEve = DateTimeOffset.Parse("2026-12-24T18:00Z", CultureInfo.InvariantCulture);

    private static readonly Dictionary<string, string> s_production = new()
    {
        ["environment"] = "Production",
        ["WebChat:SigningKey"] = new string('k', 32),
    };

    [Fact]
    public async Task In_a_demo_the_team_keeps_office_hours_in_London() =>
        Assert.Equal(new AnswerTime.From(s_christmasEve.AddHours(15)), await AnswerOnChristmasEveAsync([]));

    [Fact]
    public async Task Elsewhere_nothing_is_promised_until_hours_are_set() =>
        Assert.Equal(new AnswerTime.Unknown(), await AnswerOnChristmasEveAsync(s_production));

    [Fact]
    public async Task Hours_holidays_and_calendar_come_from_the_settings()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(
            folder.File("closures.ics"),
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example//closures//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\n"
            + "DTSTART;VALUE=DATE:20201225\r\nRRULE:FREQ=YEARLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");

        var answer = await AnswerOnChristmasEveAsync(new Dictionary<string, string>(s_production)
        {
            ["Support:OpeningHours:TimeZone"] = "Europe/Berlin",
            ["Support:OpeningHours:Shifts"] = "Mon-Sun 08:00-16:00",
            ["Support:OpeningHours:Holidays"] = "2026-12-26",
            ["Support:OpeningHours:CalendarPath"] = folder.File("closures.ics"),
        });

        Assert.Equal(new AnswerTime.From(DateTimeOffset.Parse("2026-12-27T07:00Z", CultureInfo.InvariantCulture)), answer);
    }

    private static async Task<AnswerTime> AnswerOnChristmasEveAsync(Dictionary<string, string> settings)
    {
        await using var host = await SupportBotHost.StartAsync(settings);
        return host.Services.GetRequiredService<OpeningHours>().AnswerAt(s_christmasEve);
    }
}
