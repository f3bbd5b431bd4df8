using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Results;
using SupportBot.Knowledge.Articles;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Dialogs.Flows;

/// <summary>Fills a ticket from what the account, the diagnosis and the conversation already say.</summary>
internal static class TicketDrafts
{
    public const string AskedForHuman = "asked-for-human";

    public static TicketDraft For(DialogContext dialog, string? reason = null)
    {
        var state = dialog.State;
        var finding = state.Problem?.Finding ?? state.Diagnosis?.Root;
        var subject = finding?.SettlementId is null || finding.SettlementId == state.Subject?.Id ? state.Subject : null;
        return new TicketDraft
        {
            Reason = reason ?? finding?.Cause ?? AskedForHuman,
            SalesChannel = Text(finding?.Channel) ?? Text(subject?.Channel) ?? state.Scope.Channel,
            Marketplace = Text(finding?.Marketplace) ?? Text(subject?.Marketplace),
            SettlementId = finding?.SettlementId ?? subject?.Id ?? state.Scope.SettlementId,
            AlsoSettlements = Also(state.Diagnosis, finding),
            SettlementDate = finding?.To ?? subject?.To,
            SettlementFrom = finding?.From ?? subject?.From,
            SettlementTo = finding?.To ?? subject?.To,
            ErrorText = state.ErrorText ?? QuotedError(finding),
            TriedSteps = TriedSteps.Phrases(dialog),
            Diagnosis = state.Diagnosis,
            RequestedAction = finding is { FixedBy: FixedBy.Support } ? Needs(dialog, finding).RequestedAction : RequestedAction.None,
        };
    }

    /// <summary>What support needs for the problem and the draft does not have.</summary>
    public static IReadOnlyList<string> Missing(DialogContext dialog, TicketDraft draft) =>
        dialog.State.Problem is { } problem ? [.. Needs(dialog, problem.Finding).Needs.Where(n => IsEmpty(draft, n))] : [];

    /// <summary>Fields that support cannot do without, whatever the card sends back.</summary>
    public static IReadOnlyList<string> Needed(DialogContext dialog) =>
        dialog.State.Problem is { Finding: { FixedBy: FixedBy.Support } finding } ? Needs(dialog, finding).Needs : [];

    public static bool IsEmpty(TicketDraft draft, string field) => field switch
    {
        TicketField.SalesChannel => draft.SalesChannel is null,
        TicketField.Marketplace => draft.Marketplace is null,
        TicketField.SettlementDate => draft.SettlementDate is null,
        TicketField.SettlementFrom => draft.SettlementFrom is null,
        TicketField.SettlementTo => draft.SettlementTo is null,
        TicketField.ErrorText => draft.ErrorText is null,
        _ => false,
    };

    private static TicketNeeds Needs(DialogContext dialog, Finding finding) => dialog.Library.RemediesFor(finding.Cause)[0].Step.Ticket;

    private static IReadOnlyList<string> Also(Diagnosis? diagnosis, Finding? finding) => finding is { FixedBy: FixedBy.Support, SettlementId: { } id }
        ? [.. diagnosis?.Findings.Where(f => f.Cause == finding.Cause).Select(f => f.SettlementId).OfType<string>().Where(other => other != id).Distinct() ?? []]
        : [];

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>The fact of an error that nobody knows quotes it; the words between the quotes are what support looks for.</summary>
    private static string? QuotedError(Finding? finding)
    {
        if (finding?.Cause != Cause.UnrecognisedError)
        {
            return null;
        }

        foreach (var fact in finding.Evidence.Select(e => e.Fact))
        {
            var start = fact.IndexOf('\'');
            var end = fact.LastIndexOf('\'');
            if (start >= 0 && end > start + 1)
            {
                return fact[(start + 1)..end];
            }
        }

        return null;
    }
}
