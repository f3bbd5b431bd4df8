using SupportBot.Accounts.Accounting;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Accounts.Checks;

/// <summary>Does the connection work? Our own table is believed only where it says no; otherwise the platform is asked.</summary>
internal sealed class AccountingConnectionCheck : ICheck
{
    public string Name => "accounting-connection";

    public async Task<CheckReport> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var asked = examination.Connections
            .Select(async c => (Connection: c, Answer: c.Session is null ? null : await c.Session.Organisation.WaitAsync(cancellationToken).ConfigureAwait(false)));
        var notes = new CheckNotes();
        foreach (var (connection, answer) in await Task.WhenAll(asked).ConfigureAwait(false))
        {
            Judge(notes, examination, connection, answer);
        }

        return notes.ToReport("This account has no accounting connection yet.");
    }

    private static void Judge(CheckNotes notes, Examination examination, ExaminedConnection connection, PlatformResult<PlatformOrganisation>? answer)
    {
        var (brand, organisation) = (connection.Brand, connection.Row.Organisation);
        void Fault(string cause, string fact) => notes.Fault(examination.Observe(cause, connection, fact), fact);

        if (answer is null)
        {
            if (connection.Row.AuthorisationEndedAt is { } ended)
            {
                Fault(Cause.AccountingDisconnected, $"{brand} answered that the authorisation for '{organisation}' has ended, on {Spelling.Moment(ended)}");
                return;
            }

            Fault(Cause.AccountingDisconnected, $"Account Settings shows {brand} as disconnected for '{organisation}'");
            return;
        }

        switch (answer.Failure)
        {
            case null:
                notes.Say($"{brand} answered for '{organisation}'");
                break;
            case PlatformFailure.PermissionRefused:
                notes.Say($"{brand} accepts the connection of '{organisation}'");
                break;
            case PlatformFailure.AuthorisationEnded or PlatformFailure.TokenExpired:
                Fault(Cause.AccountingDisconnected, $"{brand} answered that the authorisation for '{organisation}' has ended");
                break;
            case PlatformFailure.TenantNotConnected:
                Fault(Cause.AccountingDisconnected, $"{brand} answered that '{organisation}' is no longer connected to Link My Books");
                break;
            case PlatformFailure.SubscriptionEnded:
                Fault(Cause.SubscriptionLapsed, $"{brand} answered that the subscription of '{organisation}' has ended");
                break;
            case var failure:
                PlatformTrouble.Note(notes, examination, connection, failure);
                break;
        }
    }
}
