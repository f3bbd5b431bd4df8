using SupportBot.Accounts.Checks;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Accounts.Diagnoses;

/// <summary>Decides which observations may be claimed beside each other: what stands higher hides what it explains.</summary>
internal sealed class Claims(IReadOnlyDictionary<string, CheckReport> reports)
{
    private static readonly string[] ConnectionCauses =
        [Cause.PlatformUnavailable, Cause.AccountingDisconnected, Cause.SubscriptionLapsed, Cause.AccountingPermission];

    private readonly Observation[] seen = [.. reports.Values.SelectMany(r => r.Observations)];

    public IReadOnlyList<Observation> Standing() =>
    [
        .. seen.Where(IsClaimed)
            .DistinctBy(o => (o.Finding.Cause, o.ConnectionId, o.Finding.Channel, o.Finding.Marketplace, o.Finding.SettlementId, Fact: ConnectionCauses.Contains(o.Finding.Cause) ? "" : o.Finding.Evidence[0].Fact)),
    ];

    private bool IsClaimed(Observation observation) => observation switch
    {
        { Standing: Checks.Standing.NeedsHealthyConnection } => IsHealthy(observation.ConnectionId),
        { Standing: Checks.Standing.NeedsStepsOneToThree } => IsHealthy(observation.ConnectionId) && IsSetUp(observation),
        { Standing: Checks.Standing.UnlessExplained } => !seen.Any(o => Explains(o, observation)),
        { Finding.Cause: Cause.AccountingPermission } => !Has(Cause.AccountingDisconnected, observation.ConnectionId),
        { Finding.Cause: Cause.Processing or Cause.ProcessingOverdue } => !LacksItsData(observation.Finding),
        _ => true,
    };

    private bool IsHealthy(string connectionId) =>
        !ConnectionCauses.Any(c => Has(c, connectionId))
        && !IsUndecided(CheckName.AccountingConnection, connectionId)
        && !IsUndecided(CheckName.Permission, connectionId);

    private bool IsSetUp(Observation observation) =>
        !IsUndecided(CheckName.Mappings, observation.ConnectionId)
        && !IsUndecided(CheckName.TaxRates, observation.ConnectionId)
        && !IsUndecided(CheckName.BankAccount, observation.ConnectionId)
        && !seen.Any(o => o.Finding.Step is 2 or 3
            && o.Finding.Channel == observation.Finding.Channel
            && observation.Marketplaces.Contains(o.Finding.Marketplace, StringComparer.OrdinalIgnoreCase));

    private bool IsUndecided(string check, string connectionId) =>
        !reports.TryGetValue(check, out var report) || report.LeavesUndecided(connectionId);

    private bool Has(string cause, string connectionId) => seen.Any(o => o.Finding.Cause == cause && o.ConnectionId == connectionId);

    private bool LacksItsData(Finding finding) => seen.Any(o =>
        o is { Finding.Cause: Cause.SalesChannelDisconnected, Standing: Checks.Standing.Problem } && o.Finding.Channel == finding.Channel);

    /// <summary>An error without a text is explained by any problem of its settlement, its mappings or its connection.</summary>
    private static bool Explains(Observation other, Observation unexplained)
    {
        if (other.Standing is Checks.Standing.Further or Checks.Standing.UnlessExplained || Cause.IsDoneOrWaiting(other.Finding.Cause))
        {
            return false;
        }

        var (mine, theirs) = (unexplained.Finding, other.Finding);
        return theirs.SettlementId == mine.SettlementId
            || (ConnectionCauses.Contains(theirs.Cause) && other.ConnectionId == unexplained.ConnectionId)
            || (theirs.Cause == Cause.SalesChannelDisconnected && theirs.Channel == mine.Channel)
            || (theirs.Step is 2 or 3 && theirs.Channel == mine.Channel && theirs.Marketplace == mine.Marketplace);
    }
}
