using System.Globalization;
using Xunit;

namespace SupportBot.UnitTests.Language;

/// <summary>Now is Friday 20 March 2026.</summary>
public sealed class DateTests
{
    [Theory]
    [InlineData("the settlement of 15 March", "2026-03-15")]
    [InlineData("March 15th won't send", "2026-03-15")]
    [InlineData("15th of March", "2026-03-15")]
    [InlineData("15/03/2026", "2026-03-15")]
    [InlineData("15.03.2026", "2026-03-15")]
    [InlineData("15-03-26", "2026-03-15")]
    [InlineData("2026-03-15", "2026-03-15")]
    [InlineData("Mar 15, 2025", "2025-03-15")]
    [InlineData("payout 3/15", "2026-03-15")]
    [InlineData("payout 4/3", "2026-03-04")]
    [InlineData("20 March", "2026-03-20")]
    [InlineData("21 March", "2025-03-21")]
    [InlineData("15 April", "2025-04-15")]
    [InlineData("may 5", "2025-05-05")]
    [InlineData("I may have sent it on March 3", "2026-03-03")]
    [InlineData("29 Feb", "2024-02-29")]
    [InlineData("yesterday's payout", "2026-03-19")]
    [InlineData("the day before yesterday", "2026-03-18")]
    [InlineData("the one from Tuesday", "2026-03-17")]
    [InlineData("the payout from last Friday", "2026-03-13")]
    [InlineData("it was three days ago", "2026-03-17")]
    [InlineData("15. März 2026", "2026-03-15")]
    [InlineData("le 15 mars", "2026-03-15")]
    [InlineData("el 5 de marzo", "2026-03-05")]
    public void A_day_is_read(string text, string date) => Assert.Equal(DateOnly.Parse(date, CultureInfo.InvariantCulture), Understood.Of(text).Entities.Date);

    [Theory]
    [InlineData("1-14 March", "2026-03-01", "2026-03-14")]
    [InlineData("from the 1st to the 14th of March", "2026-03-01", "2026-03-14")]
    [InlineData("March 1-14", "2026-03-01", "2026-03-14")]
    [InlineData("March 1 – 14, 2025", "2025-03-01", "2025-03-14")]
    [InlineData("20 Feb to 5 March", "2026-02-20", "2026-03-05")]
    [InlineData("from 20 February until 5 March 2025", "2025-02-20", "2025-03-05")]
    [InlineData("from 2026-02-20 to 2026-03-05", "2026-02-20", "2026-03-05")]
    [InlineData("between 1 March and 14 March", "2026-03-01", "2026-03-14")]
    [InlineData("20/02 - 05/03", "2026-02-20", "2026-03-05")]
    [InlineData("25 Dec - 5 Jan", "2025-12-25", "2026-01-05")]
    [InlineData("the settlements of March", "2026-03-01", "2026-03-31")]
    [InlineData("in May", "2025-05-01", "2025-05-31")]
    [InlineData("May's settlement", "2025-05-01", "2025-05-31")]
    [InlineData("February 2024", "2024-02-01", "2024-02-29")]
    [InlineData("03.2026 is missing; I mean 2026-03", "2026-03-01", "2026-03-31")]
    [InlineData("over February and March", "2026-02-01", "2026-03-31")]
    [InlineData("last week's settlement", "2026-03-09", "2026-03-15")]
    [InlineData("everything this month", "2026-03-01", "2026-03-31")]
    [InlineData("last month", "2026-02-01", "2026-02-28")]
    [InlineData("nothing went out in march", "2026-03-01", "2026-03-31")]
    [InlineData("March settlement is stuck", "2026-03-01", "2026-03-31")]
    [InlineData("the one for march on Amazon is missing", "2026-03-01", "2026-03-31")]
    [InlineData("where is march", "2026-03-01", "2026-03-31")]
    [InlineData("everything from may not sent yet", "2025-05-01", "2025-05-31")]
    [InlineData("it happened in may i think", "2025-05-01", "2025-05-31")]
    [InlineData("from march to may 2025", "2025-03-01", "2025-05-31")]
    [InlineData("the payouts of last May", "2025-05-01", "2025-05-31")]
    [InlineData("20. Februar bis 5. März", "2026-02-20", "2026-03-05")]
    public void A_range_is_read(string text, string from, string to)
    {
        var entities = Understood.Of(text).Entities;

        Assert.Equal((DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture)), (entities.DateFrom, entities.DateTo));
        Assert.Null(entities.Date);
    }

    [Theory]
    [InlineData("03/04/2025", "en-GB", "2025-04-03")]
    [InlineData("03/04/2025", "en-US", "2025-03-04")]
    [InlineData("15/03/2026", "en-US", "2026-03-15")]
    [InlineData("3/15", "en-US", "2026-03-15")]
    [InlineData("die Auszahlung vom 12.03.", "de-DE", "2026-03-12")]
    public void The_locale_decides_where_the_month_stands_only_if_both_orders_make_sense(string text, string locale, string date) =>
        Assert.Equal(DateOnly.Parse(date, CultureInfo.InvariantCulture), Understood.Of(text, locale).Entities.Date);

    [Theory]
    [InlineData("31 February")]
    [InlineData("45/13/2026")]
    [InlineData("it's been broken 24/7")]
    [InlineData("I may be wrong")]
    [InlineData("I may have changed the tax rates")]
    [InlineData("this may need a reconnect")]
    [InlineData("you may want to look at Xero and may I ask why")]
    [InlineData("could be the bank account, and may also be the mappings")]
    [InlineData("it may or may not be the mappings")]
    [InlineData("march on with it")]
    [InlineData("come on, march on!")]
    [InlineData("let's march ahead")]
    [InlineData("shall we march through the steps again")]
    [InlineData("I'm ready to march on to the next one")]
    [InlineData("a payout of £12.10")]
    [InlineData("a payout of 1,240.55")]
    [InlineData("since Monday nothing posts")]
    [InlineData("I reconnected yesterday and it still fails")]
    [InlineData("it won't send today")]
    [InlineData("settlement S-1001")]
    [InlineData("5 days of waiting for 3 channels")]
    public void What_is_no_date_of_a_settlement_is_left_alone(string text)
    {
        var entities = Understood.Of(text).Entities;

        Assert.Null(entities.Date);
        Assert.Null(entities.DateFrom);
    }

    [Fact]
    public void A_written_date_says_more_than_yesterday() =>
        Assert.Equal(new DateOnly(2026, 3, 3), Understood.Of("Yesterday I saw that the settlement of 3 March is not there").Entities.Date);
}
