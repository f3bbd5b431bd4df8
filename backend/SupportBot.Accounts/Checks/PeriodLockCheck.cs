using SupportBot.Accounts.Accounting;
using SupportBot.Accounts.Settlements;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Checks;

/// <summary>Are the books still open on the dates of the documents that have to be posted?</summary>
internal sealed class PeriodLockCheck : ICheck
{
    public string Name => CheckName.PeriodLock;

    public async Task<CheckReport> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var notes = new CheckNotes();
        var finding = examination.AskAllAsync(s => s.Documents, cancellationToken);
        var asked = await examination.AskAllAsync(s => s.Books, cancellationToken).ConfigureAwait(false);
        var found = (await finding.ConfigureAwait(false)).ToDictionary(f => f.Connection.Id, f => f.Answer);
        foreach (var (connection, books) in asked)
        {
            if (books is not { Succeeded: true })
            {
                PlatformTrouble.Note(notes, examination, connection, books?.Failure);
                continue;
            }

            if (books.Value.LockDate is { } lockDate)
            {
                foreach (var settlement in examination.SettlementsOn(connection))
                {
                    Judge(notes, examination, connection, settlement, found[connection.Id], lockDate);
                }
            }
        }

        return notes.ToReport("The books are open on the dates of all documents that are to be posted.");
    }

    private static void Judge(
        CheckNotes notes, Examination examination, ExaminedConnection connection, Settlement settlement,
        PlatformResult<IReadOnlyList<LedgerDocument>>? found, DateOnly lockDate)
    {
        var documents = DocumentStandings.Of(settlement, found?.Value);
        var refused = documents.Where(d => !d.IsPosted && d.Document.Date <= lockDate).Select(d => d.Document).ToArray();
        if (refused.Length == 0)
        {
            return;
        }

        if (found is not { Succeeded: true })
        {
            // Any of them may stand in the platform, and a document that stands is not refused.
            PlatformTrouble.Note(notes, examination, connection, found?.Failure);
            return;
        }

        var closed = $"{connection.Brand} is closed up to {Spelling.Day(lockDate)} for '{connection.Row.Organisation}'";
        var facts = refused.Select(d => $"The document of {settlement.Id} {(documents.Count > 1 ? $"for {d.Month} " : "")}is dated {Spelling.Day(d.Date)}");
        notes.Fault(new Observation(examination.Find(Cause.PeriodLocked, settlement, [closed, .. facts]), connection.Id), closed);
    }
}
