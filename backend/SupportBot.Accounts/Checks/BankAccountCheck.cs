using SupportBot.Accounts.Accounting;
using SupportBot.Accounts.Settlements;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Checks;

/// <summary>Has the settlement's marketplace the bank accounts it needs: always in QuickBooks, in Xero where the channel lists it?</summary>
internal sealed class BankAccountCheck : ICheck
{
    public string Name => "bank-account";

    public async Task<CheckReport> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var notes = new CheckNotes();
        var needs = Needs(examination);
        foreach (var connection in needs.Select(n => n.Connection).DistinctBy(c => c.Id))
        {
            var own = needs.Where(n => n.Connection.Id == connection.Id).ToArray();
            var chosen = own.Where(n => !string.IsNullOrWhiteSpace(n.Account)).ToArray();
            var chart = chosen.Length == 0 || connection.Session is null ? null : await connection.Session.Accounts.WaitAsync(cancellationToken).ConfigureAwait(false);
            foreach (var need in own)
            {
                Judge(notes, examination, need, chart is { Succeeded: true } ? chart.Value : null);
            }

            if (chosen.Length > 0 && chart is not { Succeeded: true })
            {
                PlatformTrouble.Note(notes, examination, connection, chart?.Failure);
            }
        }

        return notes.ToReport(needs.Count == 0 ? "No unsent settlement needs a bank account." : "Every marketplace in use has its bank account.");
    }

    /// <summary>Each bank account that is needed once, for the oldest settlement that needs it.</summary>
    private static List<Need> Needs(Examination examination)
    {
        var needs = new List<Need>();
        foreach (var settlement in examination.Settlements.Where(SettlementRules.IsMarketplaceKnown))
        {
            var connection = examination.ConnectionOf(settlement);
            var entry = examination.Account.ChannelOf(settlement).BankAccounts
                .FirstOrDefault(b => string.Equals(b.Marketplace, settlement.Marketplace, StringComparison.OrdinalIgnoreCase));
            if (entry is null && connection.Row.Platform == AccountingPlatform.Xero)
            {
                continue;
            }

            needs.Add(new Need(settlement, connection, "payouts", entry?.Deposit));
            if (settlement.TotalHundredths < 0)
            {
                needs.Add(new Need(settlement, connection, "negative payouts", entry?.NegativePayout));
            }
        }

        return [.. needs.DistinctBy(n => (n.Settlement.ChannelName, n.Settlement.Marketplace.ToUpperInvariant(), n.Use))];
    }

    private static void Judge(CheckNotes notes, Examination examination, Need need, IReadOnlyList<LedgerAccount>? chart)
    {
        var marketplace = need.Settlement.Marketplace;
        string? fact = null;
        if (string.IsNullOrWhiteSpace(need.Account))
        {
            fact = $"No bank account for {need.Use} of {marketplace}";
        }
        else if (chart is not null && LedgerAccounts.Find(chart, need.Account) is not { Active: true })
        {
            fact = $"The bank account for {need.Use} of {marketplace}, {need.Account}, is archived or gone in {need.Connection.Brand}";
        }

        if (fact is not null)
        {
            notes.Fault(new Observation(examination.Find(Cause.BankAccountMissing, need.Settlement, fact), need.Connection.Id), fact);
        }
    }

    private sealed record Need(Settlement Settlement, ExaminedConnection Connection, string Use, string? Account);
}
