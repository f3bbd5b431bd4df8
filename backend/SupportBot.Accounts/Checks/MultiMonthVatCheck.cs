using SupportBot.Knowledge.Diagnoses;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Checks;

/// <summary>Do only settlements over a month end stay behind, on Amazon's European marketplaces? Then their VAT data is to blame.</summary>
internal sealed class MultiMonthVatCheck : ICheck
{
    public string Name => "multi-month-vat";

    public Task<CheckReport> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var notes = new CheckNotes();
        var inScope = examination.Settlements.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var silent in SilentSends.Of(examination).Where(s => s.AreAllMultiMonth))
        {
            foreach (var settlement in silent.Settlements.Where(s => inScope.Contains(s.Id)))
            {
                var tries = settlement.Attempts.Where(a => a.Outcome == SendOutcome.Nothing).ToArray();
                var fact = $"Settlement {settlement.Id} on {settlement.Marketplace} runs from {Spelling.Day(settlement.From)} to {Spelling.Day(settlement.To)}, over a month end";
                notes.Fault(
                    new Observation(
                        examination.Find(
                            Cause.MultiMonthVat, settlement, fact,
                            $"Sending it has done nothing and shown no error, the last time on {Spelling.Moment(tries.Max(a => a.At))}"),
                        silent.Channel.BookkeepingId, Standing.NeedsStepsOneToThree)
                    { Marketplaces = [settlement.Marketplace] },
                    fact);
            }
        }

        return Task.FromResult(notes.ToReport("No settlement over a month end is held back by its VAT data."));
    }
}
