using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Dialogs.Engine;

/// <summary>
/// Tells whether two findings are the same problem to a person: one missing bank account holds back many settlements,
/// and several categories without an account are put right on one page.
/// </summary>
internal static class ProblemKey
{
    public static string Of(Finding finding) => finding.Cause switch
    {
        Cause.AccountingDisconnected or Cause.SubscriptionLapsed or Cause.AccountingPermission or Cause.PlatformUnavailable
            or Cause.PlanLimit or Cause.SalesChannelDisconnected or Cause.ChannelLinkDropped
            => $"{finding.Cause}|{finding.Channel}",
        Cause.MappingArchived or Cause.MappingMissing or Cause.TaxRateInvalid or Cause.BankAccountMissing
            => $"{finding.Cause}|{finding.Channel}|{finding.Marketplace}",
        _ => $"{finding.Cause}|{finding.SettlementId}",
    };

    /// <summary>Something that somebody has to put right, as opposed to done, waiting or unknown.</summary>
    public static bool IsToDo(Finding finding) =>
        finding.FixedBy != FixedBy.Nobody && finding.Cause is not (Cause.NothingFound or Cause.CouldNotCheck or Cause.AlreadySent);

    /// <summary>The findings that are the same problem as the given one, of the same settlement where there are several.</summary>
    public static IReadOnlyList<Finding> Together(Diagnosis diagnosis, Finding finding) =>
    [
        .. diagnosis.Findings.Where(f => Of(f) == Of(finding) && f.SettlementId == finding.SettlementId),
    ];
}
