using SupportBot.Accounts.Settlements;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Checks;

/// <summary>Has a send been running for longer than a send takes? With a connection that works, only support can end it.</summary>
internal sealed class StuckSendingCheck : ICheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public string Name => "stuck-sending";

    public static DateTime PatienceEnds(Settlement settlement) =>
        (settlement.StatusSince ?? SettlementRules.LastTry(settlement)?.At ?? SettlementRules.StatusSince(settlement)) + Patience;

    public Task<CheckReport> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var notes = new CheckNotes();
        foreach (var settlement in examination.Settlements.Where(s => s.Status == SettlementStatus.Sending && examination.Now > PatienceEnds(s)))
        {
            var fact = $"Settlement {settlement.Id} has been sending since {Spelling.Moment(PatienceEnds(settlement) - Patience)}";
            notes.Fault(
                new Observation(examination.Find(Cause.StuckSending, settlement, fact), examination.ConnectionOf(settlement).Id, Standing.NeedsHealthyConnection),
                fact);
        }

        return Task.FromResult(notes.ToReport("No send has been running for too long."));
    }
}
