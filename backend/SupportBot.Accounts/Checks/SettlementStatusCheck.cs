using SupportBot.Accounts.Settlements;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Checks;

/// <summary>What the settlements' own rows say: sent, partly sent, waiting, locked, or an error that nothing else explains.</summary>
internal sealed class SettlementStatusCheck : ICheck
{
    public string Name => "settlement-status";

    public Task<CheckReport> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var notes = new CheckNotes();
        foreach (var settlement in examination.Settlements)
        {
            Judge(notes, examination, settlement);
            JudgeErrors(notes, examination, settlement);
        }

        var sent = examination.Account.Named is { } named ? (SettlementRules.IsSent(named) ? named : null) : examination.Account.LatestSent;
        if (examination.Settlements.Count == 0 && sent is not null)
        {
            NoteSent(notes, examination, sent);
        }

        return Task.FromResult(notes.ToReport(examination.Settlements.Count switch
        {
            0 => "No settlement is waiting to be sent.",
            1 => $"Settlement {examination.Settlements[0].Id} can be sent.",
            var count => $"{count} settlements can be sent.",
        }));
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
        var connectionId = examination.ConnectionOf(settlement).Id;
        void Fault(string cause, params IEnumerable<string> facts) =>
            notes.Fault(new Observation(examination.Find(cause, settlement, facts), connectionId), facts.First());

        var open = settlement.Parts.Where(p => p.Status != SettlementStatus.Sent).ToArray();
        if (settlement.Status == SettlementStatus.AwaitingVat || (open.Length > 0 && open.All(p => p.Status == SettlementStatus.AwaitingVat)))
        {
            var due = SettlementRules.VatDue(settlement, examination.Account.ChannelOf(settlement));
            Wait(notes, examination, settlement, connectionId, due, Cause.AwaitingVat, Cause.AwaitingVatOverdue, "is waiting for its VAT data");
        }
        else if (open.Length > 0 && open.Length < settlement.Parts.Count)
        {
            Fault(Cause.PartiallySent, [$"Only a part of settlement {settlement.Id} has been sent", .. settlement.Parts.OrderBy(p => p.Month, StringComparer.Ordinal).Select(Describe)]);
        }

        switch (settlement.Status)
        {
            case SettlementStatus.Processing:
                Wait(notes, examination, settlement, connectionId, SettlementRules.StatusSince(settlement).AddHours(24), Cause.Processing, Cause.ProcessingOverdue, "is being processed");
                break;
            case SettlementStatus.Scheduled:
                Wait(notes, examination, settlement, connectionId, SettlementRules.StatusSince(settlement).AddDays(4), Cause.Processing, Cause.ProcessingOverdue, "is scheduled by the marketplace");
                break;
            case SettlementStatus.Sending when StuckSendingCheck.PatienceEnds(settlement) is var ends && examination.Now <= ends:
                Wait(notes, examination, settlement, connectionId, ends, Cause.Processing, Cause.StuckSending, "is being sent right now");
                break;
            case SettlementStatus.SelectMarketplace:
                Fault(Cause.SelectMarketplace, $"Settlement {settlement.Id} has no sales or refunds that would tell its marketplace, so it has to be chosen");
                break;
            case SettlementStatus.Locked:
                Fault(Cause.Locked, $"Settlement {settlement.Id} is locked: it is older than the trial allows");
                break;
        }
    }

    private static void Wait(
        CheckNotes notes, Examination examination, Settlement settlement, string connectionId, DateTime until, string waiting, string overdue, string state)
    {
        var isOverdue = examination.Now > until;
        var fact = isOverdue
            ? $"Settlement {settlement.Id} {state}, and should have been done by {Spelling.Moment(until)}"
            : $"Settlement {settlement.Id} {state}, which may take until {Spelling.Moment(until)}";
        var finding = examination.Find(isOverdue ? overdue : waiting, settlement, fact);
        if (isOverdue)
        {
            notes.Fault(new Observation(finding, connectionId), fact);
        }
        else
        {
            notes.Remark(new Observation(finding with { WaitUntil = until }, connectionId), fact);
        }
    }

    private static void JudgeErrors(CheckNotes notes, Examination examination, Settlement settlement)
    {
        var connectionId = examination.ConnectionOf(settlement).Id;
        var errors = SettlementRules.CurrentErrors(settlement);
        foreach (var error in errors)
        {
            var kind = SendErrors.Recognise(error);
            var cause = kind == SendErrorKind.Unrecognised ? Cause.UnrecognisedError : SendErrors.CauseOf(kind);
            if (cause is not null && (kind == SendErrorKind.Unrecognised || !IsOvertaken(settlement)))
            {
                var fact = $"The last try to send {settlement.Id} ended with '{error}'";
                notes.Fault(new Observation(examination.Find(cause, settlement, fact), connectionId), fact);
            }
        }

        if (settlement.Status == SettlementStatus.Error && errors.Count == 0)
        {
            var fact = $"Settlement {settlement.Id} shows an error without saying which";
            notes.Fault(new Observation(examination.Find(Cause.UnrecognisedError, settlement, fact), connectionId, Standing.UnlessExplained), fact);
        }
    }

    /// <summary>The settlement became ready after the error: its reason has gone.</summary>
    private static bool IsOvertaken(Settlement settlement) =>
        settlement.Status == SettlementStatus.Ready && settlement.StatusSince > SettlementRules.LastTry(settlement)?.At;

    private static string Describe(SettlementPart part) => part.Status == SettlementStatus.Sent
        ? $"The part for {part.Month} has been posted{(part.DocumentNumber is { } number ? $" as {number}" : "")}"
        : $"The part for {part.Month} has not been posted ({Spelling.Name(part.Status)}{(part.Error is { } error ? $": {error}" : "")})";
}
