using SupportBot.Testing.Drivers;
using SupportBot.Testing.Hosting;
using Xunit;

namespace SupportBot.ConversationTests.Stories;

/// <summary>Times that a seller reads are the seller's own, as far as it is known where they are.</summary>
public sealed class TimeZoneTests
{
    private static readonly Dictionary<string, string> AtNineUtc = new() { ["Demo:Now"] = "2026-07-01T09:00:00Z" };

    [Theory]
    [InlineData(null, "Checked 1 Jul 2026, 09:00 UTC")]
    [InlineData("Mars/Olympus", "Checked 1 Jul 2026, 09:00 UTC")]
    [InlineData("../../../etc/hostname", "Checked 1 Jul 2026, 09:00 UTC")]
    [InlineData("Europe/London", "Checked 1 Jul 2026, 10:00\"")]
    [InlineData("Australia/Sydney", "Checked 1 Jul 2026, 19:00\"")]
    [InlineData("Pacific/Kiritimati", "Checked 1 Jul 2026, 23:00\"")]
    public async Task Seller_reads_times_in_their_own_time_zone_and_in_UTC_where_it_is_not_known(string? timeZone, string words)
    {
        await using var host = await SupportBotHost.StartAsync(AtNineUtc);
        var seller = await Seller.OpenChatAsync(host.Http, "little-harbour");
        seller.TimeZone = timeZone;

        await seller.SayAsync("my settlement won't send");

        Assert.Contains(words, Heard(seller), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Latest_time_zone_is_remembered_over_a_restart_and_by_messages_that_name_none()
    {
        using var folder = new TemporaryFolder();
        await using (var host = await SupportBotHost.StartAsync(AtNineUtc, folder))
        {
            var seller = await Seller.OpenChatAsync(host.Http, "little-harbour", timeZone: "Europe/London");
            await seller.SayAsync("hello");
            seller.TimeZone = "Australia/Sydney";
            await seller.SayAsync("hello");
        }

        await using var restarted = await SupportBotHost.StartAsync(AtNineUtc, folder);
        var back = await Seller.OpenChatAsync(restarted.Http, "little-harbour", resume: true);
        await back.SayAsync("my settlement won't send");

        Assert.Contains("Checked 1 Jul 2026, 19:00\"", Heard(back), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_follows_the_link_of_a_forwarded_case_reads_their_own_times_from_the_first_message()
    {
        await using var host = await SupportBotHost.StartAsync(AtNineUtc);
        var rupert = await Seller.OpenChatAsync(host.Http, "maple-and-moss", "rupert", timeZone: "America/New_York");
        await rupert.SayAsync("my settlement won't send");
        Assert.Contains("09:00 UTC", Heard(rupert), StringComparison.Ordinal);
        var caseId = ForwardedCaseTests.CaseIn(rupert);

        var ivy = await Seller.OpenChatAsync(host.Http, "maple-and-moss", "ivy", caseId, timeZone: "Europe/London");
        await ivy.WaitAsync(() => Heard(ivy).Contains("What to do", StringComparison.Ordinal), "the fix");

        Assert.Contains("Checked 1 Jul 2026, 10:00\"", Heard(ivy), StringComparison.Ordinal);
    }

    private static string Heard(Seller seller) => string.Join('\n', seller.Transcript.Where(Seller.IsBotMessage).Select(a => a.ToJsonString()));
}
