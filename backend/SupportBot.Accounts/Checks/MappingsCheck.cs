using SupportBot.Accounts.Accounting;
using SupportBot.Knowledge.Diagnoses;

namespace SupportBot.Accounts.Checks;

/// <summary>Has every category that is in use an account, and does the platform still have that account?</summary>
internal sealed class MappingsCheck(LastPostings lastPostings) : ICheck
{
    public string Name => "mappings";

    public async Task<CheckReport> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var notes = new CheckNotes();
        var used = MappingResolution.UsedCategories(examination);
        var missing = used.Where(u => !u.IsMapped).ToArray();
        var charts = await ChartsAsync(examination, used, cancellationToken).ConfigureAwait(false);

        foreach (var category in used.Where(u => u.IsMapped))
        {
            if (charts[examination.ConnectionOf(category.Settlement).Id] is { Succeeded: true } chart)
            {
                JudgeMapped(notes, examination, category, chart.Value);
            }
        }

        // SQLite answers on the thread that asks, and whoever limits this check's time needs that thread back.
        var suggestions = missing.Length == 0
            ? new Dictionary<UsedCategory, LastPosting>()
            : await Task.Run(() => lastPostings.FindAsync(examination.Account.SellerId, missing, cancellationToken), cancellationToken).ConfigureAwait(false);
        foreach (var category in missing)
        {
            var suggestion = suggestions.GetValueOrDefault(category);
            JudgeMissing(notes, examination, category, suggestion, charts[examination.ConnectionOf(category.Settlement).Id]);
        }

        foreach (var connection in examination.Connections.Where(c => charts.TryGetValue(c.Id, out var chart) && chart is not { Succeeded: true }))
        {
            if (used.Any(u => u.IsMapped && examination.ConnectionOf(u.Settlement).Id == connection.Id))
            {
                PlatformTrouble.Note(notes, examination, connection, charts[connection.Id]?.Failure);
            }
        }

        return notes.ToReport(used.Count == 0
            ? "No unsent settlement needs a mapping."
            : $"All {used.Count} categories in use have an account that is active.");
    }

    /// <summary>The chart of accounts of every connection in use; null where there is nothing to ask with.</summary>
    private static async Task<IReadOnlyDictionary<string, PlatformResult<IReadOnlyList<LedgerAccount>>?>> ChartsAsync(
        Examination examination, IReadOnlyList<UsedCategory> used, CancellationToken cancellationToken)
    {
        var reads = used.Select(u => examination.ConnectionOf(u.Settlement)).DistinctBy(c => c.Id)
            .Select(async c => (c.Id, Chart: c.Session is null ? null : await c.Session.Accounts.WaitAsync(cancellationToken).ConfigureAwait(false)));
        return (await Task.WhenAll(reads).ConfigureAwait(false)).ToDictionary(r => r.Id, r => r.Chart);
    }

    private static void JudgeMapped(CheckNotes notes, Examination examination, UsedCategory used, IReadOnlyList<LedgerAccount> chart)
    {
        var connection = examination.ConnectionOf(used.Settlement);
        var account = LedgerAccounts.Find(chart, used.Account);
        if (account is { Active: true })
        {
            return;
        }

        var fact = account is null
            ? $"'{used.Category}' posts to account {used.Account}, which {connection.Brand} no longer has"
            : $"'{used.Category}' posts to account {used.Account} ('{account.Name}'), which is archived in {connection.Brand}";
        var finding = examination.Find(Cause.MappingArchived, used.Settlement, fact);
        // What was archived can be restored; what is gone has to be replaced in Link My Books.
        notes.Fault(new Observation(account is null ? finding with { FixedBy = FixedBy.User } : finding, connection.Id), fact);
    }

    private static void JudgeMissing(
        CheckNotes notes, Examination examination, UsedCategory used, LastPosting? last, PlatformResult<IReadOnlyList<LedgerAccount>>? chart)
    {
        var fact = $"No account for '{used.Category}'";
        var finding = examination.Find(Cause.MappingMissing, used.Settlement, fact);
        if (last is not null)
        {
            var known = chart is { Succeeded: true } ? LedgerAccounts.Find(chart.Value, last.Account) : null;
            bool? active = chart is { Succeeded: true } ? known is { Active: true } : null;
            finding = finding with { Suggestion = new(used.Category, last.Account, last.TaxRate, last.PostedOn, active), SuggestedAccountName = known?.Name };
        }

        notes.Fault(new Observation(finding, examination.ConnectionOf(used.Settlement).Id), $"{fact} on {used.Settlement.ChannelName} ({used.Settlement.Marketplace})");
    }
}
