namespace SupportBot.Accounts.Sandbox;

/// <summary>A document that somebody wants to post to a simulated platform.</summary>
/// <param name="Total">Negative for a bill.</param>
/// <param name="Reference">The settlement's id.</param>
internal sealed record SandboxPost(
    string Number, DateOnly Date, decimal Total, string Currency, string Reference, string? Key, IReadOnlyList<SandboxPostLine> Lines);

internal sealed record SandboxPostLine(string Account, string? TaxRate);

/// <summary>Why a simulated platform does not take a document; each platform has its own words for it.</summary>
internal enum SandboxRefusal
{
    Account,
    TaxRate,
    LockDate,
    Currency,
    InvoiceLimit,
    Duplicate,
}

/// <param name="Subject">The account, tax rate, date or currency concerned.</param>
internal sealed record SandboxVerdict(SandboxRefusal? Refusal, string Subject = "");

/// <summary>Whether a simulated platform takes a document, and keeping it.</summary>
internal sealed class SandboxPosting(SandboxStore store)
{
    private const int MostKeys = 200;

    /// <summary>
    /// A key that was used before changes nothing and succeeds again. Over a dropped channel link, or with wrong VAT data, the answer
    /// looks well and nothing is kept.
    /// </summary>
    public async Task<SandboxVerdict> PostAsync(SandboxConnection known, SandboxPost post, CancellationToken cancellationToken)
    {
        if (Judge(known.State, post) is { } refused)
        {
            return refused;
        }

        if (await store.SwallowsAsync(known.Row.SellerId, post.Reference, cancellationToken).ConfigureAwait(false))
        {
            return new SandboxVerdict(null);
        }

        var isDuplicate = false;
        await store.ChangeAsync(
            known.Row.SellerId, known.Row.Id,
            state =>
            {
                isDuplicate = false;
                if (post.Key is not null && state.UsedKeys.Contains(post.Key))
                {
                    return null;
                }

                isDuplicate = state.Documents.Any(d => d.Number == post.Number && d.Status != "voided");
                return isDuplicate ? null : state with
                {
                    Documents = [.. state.Documents, new SandboxDocument(post.Number, post.Total) { Date = post.Date }],
                    UsedKeys = post.Key is null ? state.UsedKeys : [.. state.UsedKeys.TakeLast(MostKeys - 1), post.Key],
                };
            },
            cancellationToken).ConfigureAwait(false);
        return isDuplicate ? new SandboxVerdict(SandboxRefusal.Duplicate, post.Number) : new SandboxVerdict(null);
    }

    private static SandboxVerdict? Judge(ConnectionSandbox state, SandboxPost post)
    {
        bool IsIn(IEnumerable<string> codes, string code) => codes.Contains(code, StringComparer.OrdinalIgnoreCase);
        var accounts = (state.Accounts ?? []).Where(a => SandboxAnswers.Active(a.Status)).Select(a => a.Code).ToArray();
        var taxRates = (state.TaxRates ?? []).Where(t => SandboxAnswers.Active(t.Status)).Select(t => t.Code).ToArray();
        if (post.Lines.FirstOrDefault(l => !IsIn(accounts, l.Account)) is { } gone)
        {
            return new SandboxVerdict(SandboxRefusal.Account, gone.Account);
        }

        if (post.Lines.FirstOrDefault(l => l.TaxRate is { Length: > 0 } rate && rate != "NONE" && !IsIn(taxRates, rate)) is { } untaxed)
        {
            return new SandboxVerdict(SandboxRefusal.TaxRate, untaxed.TaxRate!);
        }

        if (state.LockDate is { } locked && post.Date <= locked)
        {
            return new SandboxVerdict(SandboxRefusal.LockDate, Spelling.Day(locked));
        }

        if (state.Currencies is { } currencies && post.Currency != state.BaseCurrency && !IsIn(currencies, post.Currency))
        {
            return new SandboxVerdict(SandboxRefusal.Currency, post.Currency);
        }

        return state.InvoiceLimitReached ? new SandboxVerdict(SandboxRefusal.InvoiceLimit) : null;
    }
}
