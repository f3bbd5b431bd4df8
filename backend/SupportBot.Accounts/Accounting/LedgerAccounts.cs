namespace SupportBot.Accounts.Accounting;

internal static class LedgerAccounts
{
    /// <summary>The account that a mapping's code names; an active one where several share the code.</summary>
    public static LedgerAccount? Find(IEnumerable<LedgerAccount> chart, string? code) => chart
        .Where(a => string.Equals(a.Code, code?.Trim(), StringComparison.OrdinalIgnoreCase))
        .OrderByDescending(a => a.Active)
        .FirstOrDefault();
}
