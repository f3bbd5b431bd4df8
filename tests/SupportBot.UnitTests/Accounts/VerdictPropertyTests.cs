using FsCheck;
using FsCheck.Fluent;
using SupportBot.Accounts.Checks;
using SupportBot.Accounts.Diagnoses;
using SupportBot.Accounts.Settlements;
using SupportBot.Knowledge.Articles;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Knowledge.Errors;
using SupportBot.Storage.Accounts;
using Xunit;

namespace SupportBot.UnitTests.Accounts;

/// <summary>Whatever the checks report, the verdict keeps the contract's promises.</summary>
public sealed class VerdictPropertyTests
{
    private static readonly string[] Causes =
        [.. Cause.InOrder.Except([Cause.AlreadySent, Cause.NothingFound, Cause.CouldNotCheck])];

    private static readonly Arbitrary<Seen[]> Observations = (
        from cause in Gen.Elements(Causes)
        from settlement in Gen.Choose(0, 3)
        from standing in Gen.Elements(Enum.GetValues<Standing>())
        select new Seen(cause, settlement, standing)).ArrayOf().ToArbitrary();

    private static readonly Arbitrary<bool> Flags = ArbMap.Default.ArbFor<bool>();

    [Fact]
    public void The_highest_problem_of_the_oldest_settlement_is_the_root() => Check.QuickThrowOnFailure(Prop.ForAll(Observations, Flags, (seen, unknown) =>
    {
        var verdict = Reach(seen, unknown);
        var problems = verdict.Findings.Where(f => IsProblem(f, seen)).ToArray();
        return problems.Length == 0 || verdict.Root == problems.MinBy(f => (IndexOf(f.Cause), f.To, f.SettlementId));
    }));

    [Fact]
    public void Findings_stand_in_the_tables_order_and_hold_the_root() => Check.QuickThrowOnFailure(Prop.ForAll(Observations, Flags, (seen, unknown) =>
    {
        var verdict = Reach(seen, unknown);
        var order = verdict.Findings.Select(f => IndexOf(f.Cause)).ToArray();
        return verdict.Findings.Contains(verdict.Root) && order.SequenceEqual(order.Order());
    }));

    [Fact]
    public void What_could_not_be_checked_is_never_called_fine() => Check.QuickThrowOnFailure(Prop.ForAll(Observations, seen =>
        Reach(seen, isUnknown: true).Root.Cause != Cause.NothingFound));

    [Fact]
    public void Nothing_is_claimed_that_was_not_seen() => Check.QuickThrowOnFailure(Prop.ForAll(Observations, Flags, (seen, unknown) =>
        Reach(seen, unknown).Findings.All(f => f.Cause is Cause.NothingFound or Cause.CouldNotCheck || seen.Any(s => s.Cause == f.Cause))));

    [Fact]
    public void Patterns_are_not_claimed_while_the_connection_is_in_doubt() => Check.QuickThrowOnFailure(Prop.ForAll(Observations, seen =>
    {
        var standing = Reach(seen, isUnknown: true).Findings;
        return seen.Where(s => s.Standing is Standing.NeedsHealthyConnection or Standing.NeedsStepsOneToThree)
            .All(s => !standing.Any(f => f.Evidence[0].Fact == s.Fact));
    }));

    private static bool IsProblem(Finding finding, Seen[] seen) =>
        !Cause.IsDoneOrWaiting(finding.Cause) && finding.Cause is not (Cause.NothingFound or Cause.CouldNotCheck)
        && seen.Any(s => s.Fact == finding.Evidence[0].Fact && s.Standing != Standing.Further);

    private static int IndexOf(string cause) => Cause.InOrder.ToList().IndexOf(cause);

    private static Verdict Reach(Seen[] seen, bool isUnknown)
    {
        var examination = Examine();
        var observations = seen.Select(s => new Observation(examination.Find(s.Cause, examination.Settlements[s.Settlement], s.Fact), "main", s.Standing)).ToArray();
        var connection = isUnknown ? CheckReport.DidNotFinish("not in time") : new CheckReport(CheckOutcome.Passed, "passed");
        return Verdict.Reach(examination, new Dictionary<string, CheckReport>
        {
            ["accounting-connection"] = connection,
            ["accounting-permission"] = new(CheckOutcome.Passed, "passed"),
            ["mappings"] = new(CheckOutcome.Passed, "passed"),
            ["tax-rates"] = new(CheckOutcome.Passed, "passed"),
            ["bank-account"] = new(CheckOutcome.Passed, "passed"),
            ["others"] = new(CheckOutcome.Failed, "seen") { Observations = observations },
        });
    }

    private static Examination Examine()
    {
        var channel = new SalesChannel { SellerId = "s", Name = "Amazon UK", BookkeepingId = "main" };
        var connection = new BookkeepingConnection { SellerId = "s", Id = "main", Organisation = "Shop", TenantId = "t" };
        Settlement[] settlements =
        [
            .. Enumerable.Range(0, 4).Select(i => new Settlement
            {
                SellerId = "s", Id = $"S-{i}", ChannelName = channel.Name, Marketplace = "Amazon.co.uk", Currency = "GBP",
                From = new DateOnly(2026, 3, 1), To = new DateOnly(2026, 3, 10 + i), Status = SettlementStatus.Ready,
            }),
        ];
        return new Examination
        {
            Account = new SellerAccount
            {
                SellerId = "s",
                Connections = [connection],
                Channels = [channel],
                Unsent = settlements,
                Repairs = [],
                LastPosted = new Dictionary<string, DateTime>(),
            },
            Settlements = settlements,
            Connections = [new ExaminedConnection(connection, null)],
            Now = new DateTime(2026, 3, 20, 9, 0, 0, DateTimeKind.Utc),
            Catalogue = ErrorCatalogue.BuiltIn(ArticleLibrary.BuiltIn()),
        };
    }

    private sealed record Seen(string Cause, int Settlement, Standing Standing)
    {
        public string Fact => $"{Cause} {Settlement} {Standing}";
    }
}
