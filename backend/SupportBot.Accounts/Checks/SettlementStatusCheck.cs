using SupportBot.Accounts.Accounting;
using SupportBot.Accounts.Settlements;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Checks;

/// <summary>What the settlements' own rows say: sent, partly sent, waiting, locked, or an error that nothing else explains.</summary>
internal sealed class SettlementStatusCheck : ICheck
{
    public string Name => CheckName.SettlementStatus;

    public async Task<CheckReport> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var notes = new CheckNotes();
        var posted = await FindPostedAsync(notes, examination, cancellationToken).ConfigureAwait(false);
        foreach (var settlement in examination.Settlements)
        {
            PartsVerdict.Note(notes, examination, settlement, DocumentStandings.Of(settlement, posted.GetValueOrDefault(examination.ConnectionOf(settlement).Id)));
            Judge(notes, examination, settlement);
            JudgeErrors(notes, examination, settlement);
        }

        var sent = examination.Account.Named is { } named ? (SettlementRules.IsSent(named) ? named : null) : examination.Account.LatestSent;
        if (examination.Settlements.Count == 0 && sent is not null)
        {
            NoteSent(notes, examination, sent);
        }

        return notes.ToReport(examination.Settlements.Count switch
        {
            0 => "No settlement is waiting to be sent.",
            1 => $"Settlement {examination.Settlements[0].Id} can be sent.",
            var count => $"{count} settlements can be sent.",
        });
    }

    /// <summary>By connection. Only where there are several parts does it matter here which of them the platform has.</summary>
    private static async Task<Dictionary<string, IReadOnlyList<LedgerDocument>?>> FindPostedAsync(
        CheckNotes notes, Examination examination, CancellationToken cancellationToken)
    {
        bool HasParts(ExaminedConnection connection) => examination.SettlementsOn(connection).Any(s => s.Parts.Count > 1 || SettlementRules.SpansMonths(s));
        if (!examination.Connections.Any(HasParts))
        {
            return [];
        }

        var asked = await examination.AskAllAsync(s => s.Documents, cancellationToken).ConfigureAwait(false);
        foreach (var (connection, found) in asked.Where(a => a.Answer is not { Succeeded: true } && HasParts(a.Connection)))
        {
            PlatformTrouble.Note(notes, examination, connection, found?.Failure);
        }

        return asked.ToDictionary(a => a.Connection.Id, a => a.Answer?.Value);
    }

    private static void NoteSent(CheckNotes notes, Examination examination, Settlement sent)
    {
        var when = sent.SentAt is { } at ? $" on {Spelling.Moment(at)}" : "";
        var document = sent.DocumentNumber is { } number ? $" as {number}" : "";
        var fact = $"Settlement {sent.Id} was sent{when}{document}";
        notes.Remark(new Observation(examination.Find(Cause.AlreadySent, sent, fact), examination.Account.ChannelOf(sent).BookkeepingId), fact);
    }

    private static void Judge(CheckNotes notes, Examination examination, Settlement settlement)
    {
        void Fault(string cause, string fact) => notes.Fault(new Observation(examination.Find(cause, settlement, fact), examination.ConnectionOf(settlement).Id), fact);
        switch (settlement.Status)
        {
            case SettlementStatus.Processing:
                Waiting.Note(notes, examination, settlement, SettlementRules.StatusSince(settlement).AddHours(24), Cause.Processing, Cause.ProcessingOverdue, "is being processed");
                break;
            case SettlementStatus.Scheduled:
                Waiting.Note(notes, examination, settlement, SettlementRules.StatusSince(settlement).AddDays(4), Cause.Processing, Cause.ProcessingOverdue, "is scheduled by the marketplace");
                break;
            case SettlementStatus.Sending when StuckSendingCheck.PatienceEnds(settlement) is var ends && examination.Now <= ends:
                Waiting.Note(notes, examination, settlement, ends, Cause.Processing, Cause.StuckSending, "is being sent right now");
                break;
            case SettlementStatus.SelectMarketplace:
                Fault(Cause.SelectMarketplace, $"Settlement {settlement.Id} has no sales or refunds that would tell its marketplace, so it has to be chosen");
                break;
            case SettlementStatus.Locked:
                Fault(Cause.Locked, $"Settlement {settlement.Id} is locked: it is older than the trial allows");
                break;
        }
    }

    /// <summary>What no other check claims: the unknown, what only a person can put right, and what is tried again by itself.</summary>
    private static void JudgeErrors(CheckNotes notes, Examination examination, Settlement settlement)
    {
        var errors = examination.ErrorsOf(settlement);
        foreach (var error in errors.Where(e => e.IsProof))
        {
            if (error.Cause == Cause.UnrecognisedError)
            {
                TextProof.Note(notes, examination, error);
            }
            else if (error.Cause == Cause.Processing)
            {
                var since = error.At ?? SettlementRules.StatusSince(settlement);
                Waiting.Note(notes, examination, settlement, since.AddHours(24), Cause.Processing, Cause.ProcessingOverdue, "is to be processed again by itself");
            }
        }

        if (settlement.Status == SettlementStatus.Error && errors.Count == 0)
        {
            var fact = $"Settlement {settlement.Id} shows an error without saying which";
            notes.Fault(new Observation(examination.Find(Cause.UnrecognisedError, settlement, fact), examination.ConnectionOf(settlement).Id, Standing.UnlessExplained), fact);
        }
    }
}
