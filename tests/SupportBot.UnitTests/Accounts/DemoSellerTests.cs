using SupportBot.Accounts.Snapshots;
using SupportBot.Knowledge.Diagnoses;
using Xunit;

namespace SupportBot.UnitTests.Accounts;

public sealed class DemoSellerTests
{
    /// <summary>Every story, and what it shows.</summary>
    private static readonly (string Seller, string Cause, string? Settlement)[] Stories =
    [
        ("maple-and-moss", Cause.AccountingDisconnected, "MM-102"),
        ("paper-lantern", Cause.AccountingDisconnected, "PL-59"),
        ("heron-hill", Cause.AccountingDisconnected, "HH-9"),
        ("copper-kite", Cause.AccountingPermission, "CK-31"),
        ("velvet-fox", Cause.MappingMissing, "VF-211"),
        ("north-star-candles", Cause.MappingArchived, "NS-78"),
        ("cactus-corner", Cause.BankAccountMissing, "CC-13"),
        ("koala-crafts", Cause.ChannelLinkDropped, "KC-401"),
        ("lumiere-deco", Cause.MultiMonthVat, "LD-64"),
        ("busy-bee-honey", Cause.StuckSending, "BB-20"),
        ("sunny-side-mugs", Cause.AlreadySent, "SS-8"),
        ("fern-and-feather", Cause.Processing, "FF-41"),
        ("tulip-trading", Cause.AwaitingVat, "TT-89"),
        ("granite-gear", Cause.PlatformUnavailable, "GG-6"),
        ("salt-and-pine", Cause.PlatformUnavailable, "SP-34"),
        ("little-harbour", Cause.NothingFound, "LH-91"),
        ("misty-mountain", Cause.CouldNotCheck, "MT-15"),
        ("windmill-toys", Cause.MappingArchived, "WT-51"),
        ("wide-river-market", Cause.MappingMissing, "WR-303"),
        ("patchwork-parcels", Cause.PartiallySent, "PP-22"),
        ("alder-and-ash", Cause.SubscriptionLapsed, "AA-71"),
        ("blue-kiln-pots", Cause.PeriodLocked, "BK-71"),
        ("chalk-hill-soaps", Cause.PlanLimit, "CH-71"),
        ("drift-and-dune", Cause.CurrencyUnavailable, "DD-71"),
        ("pocket-atlas", Cause.DuplicateDocument, "PK-71"),
        ("quiet-loom", Cause.TaxRateInvalid, "QL-71"),
        ("river-reed", Cause.SelectMarketplace, "RR-71"),
        ("stone-lark", Cause.SalesChannelDisconnected, "SL-71"),
        ("thistle-lane", Cause.UnrecognisedError, "TL-71"),
        ("umber-works", Cause.AwaitingVatOverdue, "UW-71"),
        ("vale-and-vine", Cause.ProcessingOverdue, "VV-71"),
        ("willow-wick", Cause.Locked, "WW-71"),
    ];

    public static TheoryData<string> Files => [.. SnapshotReader.BuiltInNames()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_demo_seller_keeps_the_rules_of_a_snapshot(string file) =>
        Assert.Single(SnapshotReader.Parse(SnapshotReader.ReadResource(file), file).Sellers);

    [Fact]
    public async Task Every_demo_seller_shows_the_cause_its_story_is_about()
    {
        await using var host = await AccountsHost.StartAsync(SnapshotReader.Read(null));
        var seen = new List<(string, string, string?)>();
        foreach (var (seller, _, _) in Stories)
        {
            var diagnosis = await host.DiagnoseAsync(seller: seller);
            seen.Add((seller, diagnosis.RootCause, diagnosis.SettlementId));
        }

        Assert.Equal(Stories, seen);
    }

    [Fact]
    public void Together_they_show_every_cause() => Assert.Equal(Cause.InOrder.Order(), Stories.Select(s => s.Cause).Distinct().Order());

    [Fact]
    public async Task A_seller_with_several_problems_is_told_of_all_of_them()
    {
        await using var host = await AccountsHost.StartAsync(SnapshotReader.Read(null));
        var diagnosis = await host.DiagnoseAsync(seller: "windmill-toys");
        Assert.Equal(
            [Cause.MappingArchived, Cause.MappingMissing, Cause.BankAccountMissing, Cause.SalesChannelDisconnected],
            diagnosis.Findings.Select(f => f.Cause).Distinct());
    }
}
