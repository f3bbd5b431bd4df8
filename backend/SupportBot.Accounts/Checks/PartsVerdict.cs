using System.Globalization;
using SupportBot.Accounts.Settlements;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Checks;

/// <summary>Waiting for VAT, or sent in part: what the parts of a settlement come to together.</summary>
internal static class PartsVerdict
{
    public static void Note(CheckNotes notes, Examination examination, Settlement settlement, IReadOnlyList<DocumentStanding> documents)
    {
        var open = documents.Where(d => !d.IsPosted).ToArray();
        if (open.Length == 0)
        {
            return;
        }

        // One part posted and the other only waiting for VAT is waiting.
        if ((settlement.Status == SettlementStatus.AwaitingVat && open.Length == documents.Count) || open.All(d => d.Document.Status == SettlementStatus.AwaitingVat))
        {
            var due = SettlementRules.VatDue(settlement, examination.Account.ChannelOf(settlement));
            Waiting.Note(notes, examination, settlement, due, Cause.AwaitingVat, Cause.AwaitingVatOverdue, "is waiting for its VAT data");
        }
        else if (open.Length < documents.Count)
        {
            var connection = examination.ConnectionOf(settlement);
            var fact = $"Only a part of settlement {settlement.Id} has been sent";
            notes.Fault(
                new Observation(
                    examination.Find(Cause.PartiallySent, settlement, [fact, .. documents.Select(d => Describe(d, connection.Brand))]), connection.Id),
                fact);
        }
    }

    private static string Describe(DocumentStanding standing, string brand)
    {
        var (document, found) = standing;
        var month = document.Date.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
        return standing switch
        {
            { Document.IsSent: true } => $"The part for {month} has been posted{(document.HasRecordedNumber ? $" as {document.Number}" : "")}",
            { InPlatform: not null } => $"The part for {month} stands in {brand} as {found!.Number}, although Link My Books shows it as {Spelling.Name(document.Status)}",
            _ => $"The part for {month} has not been posted ({Spelling.Name(document.Status)}{(document.Part?.Error is { } error ? $": {error}" : "")})",
        };
    }
}
