using SupportBot.Accounts.Accounting;
using SupportBot.Accounts.Settlements;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Checks;

/// <summary>Does an unsent settlement stand in the platform already? Sending it would make a second one.</summary>
internal sealed class DuplicateDocumentCheck : ICheck
{
    public string Name => CheckName.DuplicateDocument;

    public async Task<CheckReport> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var notes = new CheckNotes();
        foreach (var (connection, found) in await examination.AskAllAsync(s => s.Documents, cancellationToken).ConfigureAwait(false))
        {
            if (found is { Succeeded: true })
            {
                foreach (var settlement in examination.SettlementsOn(connection).Where(s => !IsBeingSent(s, examination.Now)))
                {
                    Judge(notes, examination, connection, settlement, found.Value);
                }
            }
            else
            {
                PlatformTrouble.Note(notes, examination, connection, found?.Failure);
            }
        }

        // Where the number that was refused is known, what stands under it now counts, and not the text.
        TextProof.Note(notes, examination, Cause.DuplicateDocument, error => !DocumentNumbers.Of(error.Settlement).Any(d => d.HasRecordedNumber && !d.IsSent));
        return notes.ToReport("No unsent settlement stands in the platform already.");
    }

    private static void Judge(
        CheckNotes notes, Examination examination, ExaminedConnection connection, Settlement settlement, IReadOnlyList<LedgerDocument> found)
    {
        var documents = DocumentStandings.Of(settlement, found);
        if (documents.All(d => d.IsPosted))
        {
            string[] facts = [.. documents.Select(d => $"{connection.Brand} already has a document {d.InPlatform?.Number ?? d.Document.Number}").Distinct()];
            notes.Fault(
                new Observation(
                    examination.Find(Cause.DuplicateDocument, settlement, [.. facts, $"Link My Books shows {settlement.Id} as {Spelling.Name(settlement.Status)}"]),
                    connection.Id),
                facts[0]);
        }
    }

    /// <summary>In the middle of a send the platform knows of it before we do.</summary>
    private static bool IsBeingSent(Settlement settlement, DateTime now) =>
        settlement.Status == SettlementStatus.Sending && now <= StuckSendingCheck.PatienceEnds(settlement);
}
