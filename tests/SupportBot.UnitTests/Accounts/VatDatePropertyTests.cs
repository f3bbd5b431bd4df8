using FsCheck;
using FsCheck.Fluent;
using SupportBot.Accounts.Settlements;
using SupportBot.Storage.Accounts;
using Xunit;

namespace SupportBot.UnitTests.Accounts;

/// <summary>Whatever a settlement's end, VAT data are due by the rules of Amazon's calendar.</summary>
public sealed class VatDatePropertyTests
{
    private static readonly Arbitrary<DateOnly> Ends = Gen.Choose(0, 3000).Select(d => new DateOnly(2024, 1, 1).AddDays(d)).ToArbitrary();

    [Fact]
    public void With_the_calculation_service_they_are_due_four_days_after_the_end() => Check.QuickThrowOnFailure(Prop.ForAll(Ends, end =>
        Due(end, calculationService: true, merchantFulfilled: true) == end.AddDays(4).ToDateTime(new TimeOnly(23, 59, 59))));

    [Fact]
    public void Otherwise_they_are_due_early_in_the_month_after_the_end() => Check.QuickThrowOnFailure(Prop.ForAll(Ends, end =>
    {
        var (usual, merchant) = (Due(end, false, false), Due(end, false, true));
        var month = end.AddMonths(1);
        return (usual.Year, usual.Month, usual.Day) == (month.Year, month.Month, 5)
            && merchant == usual.AddDays(2)
            && usual.TimeOfDay == new TimeSpan(23, 59, 59)
            && usual.Kind == DateTimeKind.Utc;
    }));

    private static DateTime Due(DateOnly end, bool calculationService, bool merchantFulfilled) => SettlementRules.VatDue(
        new Settlement { SellerId = "s", Id = "1", ChannelName = "c", Marketplace = "Amazon.de", Currency = "EUR", From = end.AddDays(-13), To = end },
        new SalesChannel { SellerId = "s", Name = "c", BookkeepingId = "b", VatCalculationService = calculationService, MerchantFulfilled = merchantFulfilled });
}
