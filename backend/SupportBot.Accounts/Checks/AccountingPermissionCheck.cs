using SupportBot.Accounts.Accounting;
using SupportBot.Accounts.Settlements;
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
        var accounts = examination.SettlementsOn(connection).Any() ? session.Accounts : null;
        var organisation = await session.Organisation.WaitAsync(cancellationToken).ConfigureAwait(false);
        return accounts is null
            ? [organisation.Failure]
            : [organisation.Failure, (await accounts.WaitAsync(cancellationToken).ConfigureAwait(false)).Failure];
    }

    private static void Judge(CheckNotes notes, Examination examination, ExaminedConnection connection, IReadOnlyList<PlatformFailure?> failures)
    {
        var connectedAt = connection.Row.ConnectedAt;
        var refusedNow = failures.OfType<PlatformFailure.PermissionRefused>().Any();
        var refused = examination.SettlementsOn(connection).FirstOrDefault(s => RefusalOf(SettlementRules.LastTry(s)) is { } at && !(at < connectedAt));
        if (refusedNow || refused is not null)
        {
            var facts = new List<string>();
            if (refusedNow)
            {
                facts.Add($"{connection.Brand} refuses the connected user access to '{connection.Row.Organisation}'");
            }

            if (refused is not null)
            {
                facts.Add($"The last try to send {refused.Id}, on {Spelling.Moment(SettlementRules.LastTry(refused)!.At)}, was refused: {connection.Brand} did not permit it");
            }

            var refusedBefore = examination.Account.Unsent
                .Where(s => examination.Account.ConnectionOf(s).Id == connection.Id)
                .SelectMany(s => s.Attempts).Any(a => RefusalOf(a) is { } at && at < connectedAt);
            var finding = examination.Find(Cause.AccountingPermission, refused ?? examination.SettlementsOn(connection).FirstOrDefault(), facts);
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

    private static DateTime? RefusalOf(SendAttempt? attempt) =>
        attempt is { Outcome: SendOutcome.Error, Error: { } error } && SendErrors.Recognise(error) == SendErrorKind.Permission ? attempt.At : null;
}
