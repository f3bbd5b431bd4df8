using Microsoft.Extensions.DependencyInjection;
using SupportBot.Accounts;
using SupportBot.Knowledge.Diagnoses;
using Xunit;

namespace SupportBot.UnitTests.Accounts;

public sealed class SettlementFinderTests
{
    [Theory]
    [InlineData("S-1", "S-1")]
    [InlineData(" s-0 ", "S-0")]
    [InlineData("H-1", "H-1")]
    [InlineData("S-99", "")]
    public Task An_id_is_found_whatever_its_case(string id, string expected) =>
        AssertFoundAsync(new SettlementQuery { SettlementId = id }, expected);

    [Theory]
    [InlineData("Amazon UK", "Amazon UK", "S-1 S-0")]
    [InlineData("my amz uk store", "Amazon UK", "S-1 S-0")]
    [InlineData("amazn uk", "Amazon UK", "S-1 S-0")]
    [InlineData("ebay", "eBay UK", "E-1")]
    [InlineData("the uk one", null, "S-1 E-1 S-0")]
    [InlineData("walmart", null, "")]
    public async Task A_channel_is_found_as_people_write_it(string text, string? channel, string expected)
    {
        var found = await FindAsync(new SettlementQuery { ChannelText = text });
        Assert.Equal((channel, expected), (found.Channel, Ids(found)));
    }

    [Theory]
    [InlineData("2026-03-15", "S-1")]
    [InlineData("2026-03-02", "S-1")]
    [InlineData("2026-03-18", "S-1")]
    [InlineData("2026-03-14", "E-1 S-1")]
    [InlineData("2026-02-10", "S-0")]
    [InlineData("2026-01-10", "")]
    public Task A_day_is_one_within_or_the_deposit_and_the_end_date_fits_best(string day, string expected) =>
        AssertFoundAsync(new SettlementQuery { Date = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) }, expected);

    [Fact]
    public Task A_range_finds_what_it_touches_the_best_fit_first() =>
        AssertFoundAsync(new SettlementQuery { DateFrom = new DateOnly(2026, 3, 8), DateTo = new DateOnly(2026, 3, 14) }, "E-1 S-1");

    [Fact]
    public Task Every_given_part_must_fit() =>
        AssertFoundAsync(new SettlementQuery { ChannelText = "ebay", Date = new DateOnly(2026, 3, 2) }, "");

    [Fact]
    public Task A_marketplace_is_found_by_its_name() => AssertFoundAsync(new SettlementQuery { Marketplace = "eBay" }, "E-1");

    [Fact]
    public Task Unsent_settlements_come_before_sent_ones_and_hidden_ones_not_at_all() => AssertFoundAsync(new SettlementQuery(), "S-1 E-1 S-0");

    private static async Task AssertFoundAsync(SettlementQuery query, string expected) => Assert.Equal(expected, Ids(await FindAsync(query)));

    private static string Ids(SettlementMatches found) => string.Join(' ', found.Settlements.Select(s => s.Id));

    private static async Task<SettlementMatches> FindAsync(SettlementQuery query)
    {
        var account = new AccountDraft().WithEbay(null).WithSettlement("H-1", s => s["status"] = "hidden");
        account.Settlement["depositedOn"] = "2026-03-18";
        await using var host = await AccountsHost.StartAsync(account);
        return await host.Services.GetRequiredService<SettlementFinder>().FindAsync(AccountDraft.SellerId, query, CancellationToken.None);
    }
}
