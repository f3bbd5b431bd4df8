using SupportBot.Accounts.Accounting;
using SupportBot.Accounts.Settlements;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Accounts.Checks;

/// <summary>Has every account that is in use a tax rate which the platform has, and allows for it?</summary>
internal sealed class TaxRatesCheck : ICheck
{
    public string Name => CheckName.TaxRates;

    public async Task<CheckReport> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var notes = new CheckNotes();
        var used = MappingResolution.UsedCategories(examination).Where(u => u.IsMapped).ToArray();
        var reading = examination.AskAllAsync(s => s.Accounts, cancellationToken);
        var asked = await examination.AskAllAsync(s => s.TaxRates, cancellationToken).ConfigureAwait(false);
        var charts = (await reading.ConfigureAwait(false)).ToDictionary(c => c.Connection.Id, c => c.Answer?.Value);
        foreach (var (connection, rates) in asked)
        {
            var own = used.Where(u => examination.ConnectionOf(u.Settlement).Id == connection.Id).ToArray();
            foreach (var category in own)
            {
                if (Fault(category, connection.Brand, rates?.Value, charts[connection.Id]) is { } fact)
                {
                    notes.Fault(new Observation(examination.Find(Cause.TaxRateInvalid, category.Settlement, fact), connection.Id), fact);
                }
            }

            if (own.Any(u => u.HasTaxRate) && rates is not { Succeeded: true })
            {
                PlatformTrouble.Note(notes, examination, connection, rates?.Failure);
            }
        }

        TextProof.Note(notes, examination, Cause.TaxRateInvalid, error => IsStillMapped(error, used));
        return notes.ToReport(used.Length == 0 ? "No unsent settlement needs a tax rate." : "Every account in use has a tax rate that can be used.");
    }

    private static string? Fault(UsedCategory used, string brand, IReadOnlyList<LedgerTaxRate>? rates, IReadOnlyList<LedgerAccount>? chart)
    {
        if (!used.HasTaxRate)
        {
            return $"'{used.Category}' posts to account {used.Account} without a tax rate";
        }

        if (rates is null)
        {
            return null;
        }

        var rate = LedgerTaxRate.Find(rates, used.TaxRate!);
        var account = chart is null ? null : LedgerAccounts.Find(chart, used.Account);
        return rate switch
        {
            null => $"'{used.Category}' uses tax rate {used.TaxRate}, which {brand} does not have",
            { Active: false } => $"'{used.Category}' uses tax rate {used.TaxRate}, which is not active in {brand}",
            _ when account is not null && !rate.AppliesTo(account) => $"'{used.Category}' uses tax rate {used.TaxRate}, which {brand} does not allow for account {account.Code}",
            _ => null,
        };
    }

    /// <summary>A rate or account that the text names, and that nothing is mapped to any more, is no longer to blame.</summary>
    private static bool IsStillMapped(SeenError error, UsedCategory[] used)
    {
        var parts = error.Match!.Parts;
        bool Names(string part, string? value) => !parts.TryGetValue(part, out var named) || string.Equals(named.Trim('\'', '"', ' '), value, StringComparison.OrdinalIgnoreCase);
        return parts.Count == 0
            || used.Any(u => u.Settlement.ChannelName == error.Settlement.ChannelName && Names("rate", u.TaxRate) && Names("account", u.Account));
    }
}
