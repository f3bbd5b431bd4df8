using SupportBot.Accounts.Checks;
using SupportBot.Accounts.Settlements;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Diagnoses;

/// <summary>What to act on first, out of all that the checks saw. Pure; the rules are the contract's (section 5).</summary>
/// <param name="Findings">In the table's order, oldest settlement first among equals.</param>
/// <param name="ConnectionId">The accounting connection that the root hangs on, where it hangs on one.</param>
internal sealed record Verdict(Finding Root, IReadOnlyList<Finding> Findings, string? ConnectionId)
{
    public static Verdict Reach(Examination examination, IReadOnlyDictionary<string, CheckReport> reports)
    {
        var claims = new Claims(reports);
        var claimed = claims.Standing();
        var isNamed = examination.Account.Named is not null;
        var problems = claimed.Where(o => o.Standing != Standing.Further && !Cause.IsDoneOrWaiting(o.Finding.Cause)).Select(o => o.Finding).ToArray();
        var waiting = claimed.Where(o => Cause.IsDoneOrWaiting(o.Finding.Cause)).Select(o => o.Finding).ToArray();

        var root = isNamed ? First([.. problems, .. waiting]) : First(problems);
        if (root is null)
        {
            var settled = waiting.Select(f => f.SettlementId).ToHashSet(StringComparer.Ordinal);
            var undecided = examination.Settlements.FirstOrDefault(s => !settled.Contains(s.Id));
            var isUnknown = reports.Values.Any(r => r.Outcome == CheckOutcome.Unknown);
            root = isUnknown && (undecided is not null || waiting.Length == 0)
                ? CouldNotCheck(examination, undecided, reports)
                : First(waiting) ?? NothingFound(examination);
        }

        // "Everything is sent" is an answer, not a finding beside problems.
        var findings = claimed.Select(o => o.Finding).Where(f => isNamed || f.Cause != Cause.AlreadySent || f == root);
        return new Verdict(
            root, [.. InOrder(findings.Contains(root) ? findings : findings.Append(root))], claimed.FirstOrDefault(o => o.Finding == root)?.ConnectionId);
    }

    /// <summary>A sign that proves nothing while something else is wrong or in doubt is neither a pass nor a failure.</summary>
    public CheckOutcome OutcomeOf(CheckReport report) =>
        report.Observations.Count > 0 && report.Observations.All(o =>
            o.Standing is Standing.NeedsHealthyConnection or Standing.NeedsStepsOneToThree && !Findings.Contains(o.Finding))
            ? CheckOutcome.Unknown
            : report.Outcome;

    private static Finding? First(IEnumerable<Finding> findings) => InOrder(findings).FirstOrDefault();

    private static IOrderedEnumerable<Finding> InOrder(IEnumerable<Finding> findings) => findings
        .OrderBy(f => IndexOf(f.Cause))
        .ThenBy(f => f.To ?? DateOnly.MaxValue)
        .ThenBy(f => f.From ?? DateOnly.MaxValue)
        .ThenBy(f => f.SettlementId, StringComparer.Ordinal);

    private static int IndexOf(string cause)
    {
        for (var i = 0; i < Cause.InOrder.Count; i++)
        {
            if (Cause.InOrder[i] == cause)
            {
                return i;
            }
        }

        return int.MaxValue;
    }

    private static Finding CouldNotCheck(Examination examination, Settlement? settlement, IReadOnlyDictionary<string, CheckReport> reports) =>
        examination.Find(
            Cause.CouldNotCheck, settlement,
            reports.Values.Where(r => r.Outcome == CheckOutcome.Unknown).Select(r => r.Summary.TrimEnd('.')).Distinct(StringComparer.Ordinal));

    private static Finding NothingFound(Examination examination)
    {
        var settlement = examination.Settlements.Count > 0 ? examination.Settlements[0] : examination.Account.Named;
        return examination.Find(Cause.NothingFound, settlement, settlement switch
        {
            null => "There is no settlement here that could be sent",
            _ when SettlementRules.IsUnsent(settlement) => $"Every check passed, and settlement {settlement.Id} can be sent",
            _ => $"Settlement {settlement.Id} is hidden; nothing else keeps it from being sent",
        });
    }
}
