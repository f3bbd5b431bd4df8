using SupportBot.Dialogs.Phrases;
using SupportBot.Dialogs.Results;
using SupportBot.Knowledge.Diagnoses;
using Xunit;
using static SupportBot.UnitTests.Channels.Rendering.SampleReplies;

namespace SupportBot.UnitTests.Channels.Rendering;

public sealed class LocaleTests
{
    [Theory]
    [InlineData("en-GB", "1 Mar 2026 to 14 Mar 2026")]
    [InlineData("en-AU", "1 Mar 2026 to 14 Mar 2026")]
    [InlineData("en-US", "Mar 1, 2026 to Mar 14, 2026")]
    [InlineData("de-DE", "01.03.2026 to 14.03.2026")]
    [InlineData("fr-FR", "01/03/2026 to 14/03/2026")]
    [InlineData("de", "01.03.2026 to 14.03.2026")]
    [InlineData("en", "1 Mar 2026 to 14 Mar 2026")]
    [InlineData("", "1 Mar 2026 to 14 Mar 2026")]
    [InlineData("not a locale", "1 Mar 2026 to 14 Mar 2026")]
    public void Dates_are_written_as_the_reader_writes_them(string locale, string dates)
    {
        Assert.Contains($"Dates: {dates}", Words(All["settlement"], locale), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-GB", "Sent on 19 Mar 2026, 17:42 UTC; the lock date is 31 Mar 2026.")]
    [InlineData("en-US", "Sent on Mar 19, 2026, 5:42 PM UTC; the lock date is Mar 31, 2026.")]
    [InlineData("de-DE", "Sent on 19.03.2026, 17:42 UTC; the lock date is 31.03.2026.")]
    public void Dates_in_facts_are_written_as_the_reader_writes_them(string locale, string words)
    {
        var read = ReaderFormat.For(locale).Fact("Sent on 2026-03-19T17:42:00Z; the lock date is 2026-03-31.");

        Assert.Equal(words, read.Replace('\u202F', ' '));
    }

    [Theory]
    [InlineData("Settlement S-2026-03-14 is ready")]
    [InlineData("No document 12026-03-14 exists")]
    [InlineData("The file says 2026-13-45")]
    public void What_only_looks_like_a_date_stays_as_it_is(string fact) => Assert.Equal(fact, ReaderFormat.For("de-DE").Fact(fact));

    [Theory]
    [InlineData("en-GB", 418_255, "GBP", "£4,182.55")]
    [InlineData("en-GB", 418_255, "EUR", "4,182.55 EUR")]
    [InlineData("en-US", 418_255, "USD", "$4,182.55")]
    [InlineData("en-AU", 418_255, "USD", "4,182.55 USD")]
    [InlineData("en-AU", 418_255, "AUD", "$4,182.55")]
    [InlineData("de-DE", 418_255, "EUR", "4.182,55 €")]
    [InlineData("fr-FR", 418_255, "EUR", "4 182,55 €")]
    [InlineData("en-GB", -1, "GBP", "-£0.01")]
    public void Amounts_are_written_as_the_reader_writes_them(string locale, long hundredths, string currency, string amount)
    {
        var settlement = ((Reply.ShowSettlement)All["settlement"]).Settlement with { TotalHundredths = hundredths, Currency = currency };

        var words = Words(new Reply.ShowSettlement { Text = "In short.", Settlement = settlement }, locale);

        // Which of Unicode's blanks divides thousands depends on the version of the locale data.
        Assert.Contains($"Amount: {amount}", words.Replace('\u00A0', ' ').Replace('\u202F', ' '), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("qu")]
    [InlineData("pcm")]
    [InlineData("yue-Hant")]
    [InlineData("en-001")]
    [InlineData("es-419")]
    [InlineData("eo")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    [InlineData("zh-Hant-TW")]
    [InlineData("en-ZZ")]
    [InlineData("x-nonsense")]
    public void No_locale_is_too_rare_to_be_answered(string locale)
    {
        Assert.Contains("Amount: ", Words(All["settlement"], locale), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-GB", "Wait until the end of 5 Apr 2026\n")]
    [InlineData("de-DE", "Wait until the end of 05.04.2026\n")]
    public void Waiting_to_the_last_second_of_a_day_is_waiting_for_that_day(string locale, string words)
    {
        Assert.Contains(words, Words(WaitingUntil(new DateTime(2026, 4, 5, 23, 59, 59, DateTimeKind.Utc)), locale), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-GB", "Wait until 14:30 UTC on 5 Apr 2026")]
    [InlineData("en-US", "Wait until 2:30 PM UTC on Apr 5, 2026")]
    public void Times_say_that_they_are_UTC(string locale, string words)
    {
        var text = Words(WaitingUntil(new DateTime(2026, 4, 5, 14, 30, 0, DateTimeKind.Utc)), locale);

        Assert.Contains(words, text.Replace('\u00A0', ' ').Replace('\u202F', ' '), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Europe/London", "Wait until 15:30 on 5 Apr 2026\n")]
    [InlineData("Australia/Sydney", "Wait until 00:30 on 6 Apr 2026\n")]
    [InlineData("Mars/Olympus", "Wait until 14:30 UTC on 5 Apr 2026\n")]
    public void Times_of_a_known_time_zone_are_the_readers_own(string timeZone, string words)
    {
        Assert.Contains(words, Words(WaitingUntil(new DateTime(2026, 4, 5, 14, 30, 0, DateTimeKind.Utc)), "en-GB", timeZone), StringComparison.Ordinal);
    }

    [Fact]
    public void The_end_of_a_day_is_the_same_date_in_every_time_zone()
    {
        Assert.Contains("Wait until the end of 5 Apr 2026\n", Words(WaitingUntil(new DateTime(2026, 4, 5, 23, 59, 59, DateTimeKind.Utc)), "en-GB", "Australia/Sydney"), StringComparison.Ordinal);
    }

    private static Reply.ShowDiagnosis WaitingUntil(DateTime until) => new()
    {
        Text = "In short.",
        Headline = "Waiting for the VAT figures",
        Diagnosis = new Diagnosis
        {
            SellerId = "bright-kettle",
            CheckedAt = until.AddDays(-10),
            TookMs = 1,
            RootCause = Cause.AwaitingVat,
            Findings = [new Finding { Cause = Cause.AwaitingVat, FixedBy = FixedBy.Nobody, Evidence = [], WaitUntil = until }],
            Checks = [],
        },
    };

    private static string Words(Reply reply, string locale, string? timeZone = null) =>
        Render(reply, locale, timeZone).Attachments![0].Content!.Value.GetProperty("fallbackText").GetString()!;
}
