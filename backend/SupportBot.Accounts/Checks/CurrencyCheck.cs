using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Accounts.Checks;

/// <summary>Does the platform take documents in the settlements' currencies?</summary>
internal sealed class CurrencyCheck : ICheck
{
    public string Name => CheckName.Currency;

    public async Task<CheckReport> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var notes = new CheckNotes();
        foreach (var (connection, books) in await examination.AskAllAsync(s => s.Books, cancellationToken).ConfigureAwait(false))
        {
            if (books is not { Succeeded: true })
            {
                PlatformTrouble.Note(notes, examination, connection, books?.Failure);
                continue;
            }

            foreach (var settlement in examination.SettlementsOn(connection).Where(s => !books.Value.Takes(s.Currency)))
            {
                var fact = $"{settlement.Currency} is not among the currencies of '{connection.Row.Organisation}' in {connection.Brand}";
                notes.Fault(new Observation(examination.Find(Cause.CurrencyUnavailable, settlement, fact), connection.Id), fact);
            }
        }

        return notes.ToReport("The platform takes the currencies of all unsent settlements.");
    }
}
