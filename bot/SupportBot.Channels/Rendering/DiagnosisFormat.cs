using System.Diagnostics;
using SupportBot.Cards.Facts;
using SupportBot.Cards.Seller;
using SupportBot.Dialogs.Phrases;
using SupportBot.Dialogs.Results;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Channels.Rendering;

internal static class DiagnosisFormat
{
    /// <param name="checksAreFolded">What a check says cannot be seen at once then, so the evidence says it.</param>
    public static DiagnosisFacts ToFacts(this Reply.ShowDiagnosis reply, ReaderFormat format, bool checksAreFolded = false)
    {
        var diagnosis = reply.Diagnosis;
        var ofTheRoot = diagnosis.Findings.Where(finding => IsOfTheRoot(finding, diagnosis)).ToList();
        return new DiagnosisFacts
        {
            Headline = reply.Headline,
            Evidence =
            [
                .. ofTheRoot.SelectMany(finding => finding.Evidence)
                    .Where(evidence => checksAreFolded || !IsSaidByACheck(evidence, diagnosis))
                    .Select(evidence => Line(evidence, diagnosis.CheckedAt, format)),
            ],
            WaitUntil = diagnosis.Root.WaitUntil is { } until ? format.Until(until) : null,
            Checks = [.. diagnosis.Checks.Select(check => Line(check, format)).OrderBy(line => line.State)],
            CheckedAt = format.Moment(diagnosis.CheckedAt),
        };
    }

    /// <summary>Several categories of one settlement may lack an account: they are one problem to the seller.</summary>
    private static bool IsOfTheRoot(Finding finding, Diagnosis diagnosis) =>
        finding == diagnosis.Root || (finding.Cause == diagnosis.RootCause && finding.SettlementId == diagnosis.Root.SettlementId);

    /// <summary>A check that did not pass says why, often in the very words of the evidence.</summary>
    private static bool IsSaidByACheck(Evidence evidence, Diagnosis diagnosis) => evidence.At == diagnosis.CheckedAt
        && diagnosis.Checks.Any(check => check.Outcome != CheckOutcome.Passed && check.Summary.Contains(evidence.Fact, StringComparison.Ordinal));

    private static EvidenceLine Line(Evidence evidence, DateTime checkedAt, ReaderFormat format) =>
        new(format.Fact(evidence.Fact), evidence.At == checkedAt ? null : format.Moment(evidence.At));

    public static CheckLine Line(CheckResult check, ReaderFormat format) =>
        new(PlainWords.Check(check.Check), State(check.Outcome), format.Fact(check.Summary));

    private static CheckState State(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Passed => CheckState.Passed,
        CheckOutcome.Failed => CheckState.Failed,
        CheckOutcome.Unknown => CheckState.CouldNotCheck,
        _ => throw new UnreachableException(),
    };
}
