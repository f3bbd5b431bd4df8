using SupportBot.Accounts.Accounting;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Checks;

/// <summary>May the connected user do what posting needs? Refusals from before the latest connect no longer count.</summary>
internal sealed class AccountingPermissionCheck : ICheck
{
    public string Name => "accounting-permission";

    public async Task<CheckReport> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var notes = new CheckNotes();
        var asked = examination.Connections
            .Select(async c => (Connection: c, Failures: await AskAsync(examination, c, cancellationToken).ConfigureAwait(false)));
        foreach (var (connection, failures) in await Task.WhenAll(asked).ConfigureAwait(false))
        {
            Judge(notes, examination, connection, failures);
        }

        return notes.ToReport("The connected user may do what posting needs.");
    }

    private static async Task<IReadOnlyList<PlatformFailure?>> AskAsync(Examination examination, ExaminedConnection connection, CancellationToken cancellationToken)
    {
        if (connection.Session is not { } session)
        {
            return [];
        }

        // Roles can allow the one and forbid the other.
        var (accounts, documents) = examination.SettlementsOn(connection).Any() ? (session.Accounts, session.Documents) : (null, null);
        var organisation = await session.Organisation.WaitAsync(cancellationToken).ConfigureAwait(false);
        return accounts is null || documents is null
            ? [organisation.Failure]
            :
            [
                organisation.Failure,
                (await accounts.WaitAsync(cancellationToken).ConfigureAwait(false)).Failure,
                (await documents.WaitAsync(cancellationToken).ConfigureAwait(false)).Failure,
            ];
    }

    private static void Judge(CheckNotes notes, Examination examination, ExaminedConnection connection, IReadOnlyList<PlatformFailure?> failures)
    {
        var connectedAt = connection.Row.ConnectedAt;
        var refusedNow = failures.OfType<PlatformFailure.PermissionRefused>().Any();
        var refused = examination.SettlementsOn(connection).SelectMany(examination.ErrorsOf)
            .FirstOrDefault(e => e.Cause == Cause.AccountingPermission && !(e.At < connectedAt));
        if (refusedNow || refused is not null)
        {
            var facts = new List<string>();
            if (refusedNow)
            {
                facts.Add($"{connection.Brand} refuses the connected user access to '{connection.Row.Organisation}'");
            }

            if (refused is not null)
            {
                facts.Add(refused is { IsQuoted: false, At: { } at }
                    ? $"The last try to send {refused.Settlement.Id}, on {Spelling.Moment(at)}, was refused: {connection.Brand} did not permit it"
                    : refused.Fact);
            }

            var refusedBefore = examination.Account.Unsent
                .Where(s => examination.Account.ConnectionOf(s).Id == connection.Id)
                .SelectMany(s => s.Attempts).Any(a => a.At < connectedAt && IsRefusal(examination, a));
            var finding = examination.Find(Cause.AccountingPermission, refused?.Settlement ?? examination.SettlementsOn(connection).FirstOrDefault(), facts);
            if (refusedBefore)
            {
                finding = finding with
                {
                    FixedBy = FixedBy.Support,
                    Evidence = [.. finding.Evidence, new Evidence($"It was refused before the reconnect on {Spelling.Moment(connectedAt!.Value)} too", examination.Now)],
                };
            }

            notes.Fault(new Observation(finding, connection.Id), facts[0]);
        }
        else if (failures.FirstOrDefault(f => f is not null) is not null || failures.Count == 0)
        {
            notes.CouldNotTell(connection.Id, $"{connection.Brand} could not be asked what the connected user may do");
        }
    }

    private static bool IsRefusal(Examination examination, SendAttempt attempt) =>
        attempt is { Outcome: SendOutcome.Error, Error: { } error } && examination.Catalogue.Match(error)?.Error.Cause == Cause.AccountingPermission;
}
