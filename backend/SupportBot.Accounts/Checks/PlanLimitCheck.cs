using SupportBot.Knowledge.Diagnoses;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Checks;

/// <summary>
/// Has the platform said that its plan takes no more documents? No platform tells before it is asked to take one; of one that answers
/// nothing at all, not even its silence tells.
/// </summary>
internal sealed class PlanLimitCheck : ICheck
{
    public string Name => CheckName.PlanLimit;

    public async Task<CheckReport> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var notes = new CheckNotes();
        foreach (var (connection, answer) in await examination.AskAllAsync(s => s.Organisation, cancellationToken).ConfigureAwait(false))
        {
            if (answer is not { Succeeded: true })
            {
                notes.CouldNotTell(connection.Id, $"{connection.Brand} could not be asked whether it still takes documents");
            }
        }

        TextProof.Note(notes, examination, Cause.PlanLimit, error =>
            examination.ConnectionOf(error.Settlement).Row.Platform != AccountingPlatform.Xero || !IsOfAnEarlierMonth(error.At, examination.Now));
        return notes.ToReport("No limit of the accounting plan was met.");
    }

    /// <summary>Xero counts anew each month.</summary>
    private static bool IsOfAnEarlierMonth(DateTime? at, DateTime now) => at is { } then && (then.Year, then.Month).CompareTo((now.Year, now.Month)) < 0;
}
