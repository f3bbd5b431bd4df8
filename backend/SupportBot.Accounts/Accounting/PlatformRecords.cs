namespace SupportBot.Accounts.Accounting;

/// <summary>The organisation (Xero) or company (QuickBooks) behind a connection.</summary>
/// <param name="BaseCurrency">Null where the platform tells it elsewhere (<see cref="LedgerBooks"/>); so with the lock date.</param>
internal sealed record PlatformOrganisation(string Name, string? BaseCurrency, DateOnly? LockDate);

/// <summary>What the books take.</summary>
/// <param name="LockDate">The latest date on or before which documents are refused; null: none.</param>
/// <param name="Currencies">ISO codes; the base currency need not be among them.</param>
internal sealed record LedgerBooks(DateOnly? LockDate, string? BaseCurrency, IReadOnlyList<string> Currencies)
{
    public bool Takes(string currency) =>
        string.Equals(currency, BaseCurrency, StringComparison.OrdinalIgnoreCase) || Currencies.Contains(currency, StringComparer.OrdinalIgnoreCase);
}

/// <param name="Code">What a mapping names: Xero's code, or QuickBooks' account number (its id where it has none).</param>
internal sealed record LedgerAccount(string Code, string Name, bool Active)
{
    /// <summary><c>ASSET</c>, <c>EQUITY</c>, <c>EXPENSE</c>, <c>LIABILITY</c> or <c>REVENUE</c>; null where the platform did not tell.</summary>
    public string? Class { get; init; }
}

/// <param name="Code">What a mapping names.</param>
internal sealed record LedgerTaxRate(string Code, string Name, bool Active)
{
    /// <summary>The classes of accounts that must not carry it.</summary>
    public IReadOnlyList<string> ForbiddenClasses { get; init; } = [];

    public bool AppliesTo(LedgerAccount account) => account.Class is null || !ForbiddenClasses.Contains(account.Class, StringComparer.OrdinalIgnoreCase);

    /// <summary>By code, else by name; an active one where several fit.</summary>
    public static LedgerTaxRate? Find(IEnumerable<LedgerTaxRate> rates, string code) => rates
        .Where(r => Same(r.Code, code) || Same(r.Name, code))
        .OrderByDescending(r => Same(r.Code, code)).ThenByDescending(r => r.Active)
        .FirstOrDefault();

    private static bool Same(string a, string b) => string.Equals(a, b.Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>A token pair as the platform issued it.</summary>
internal sealed record IssuedTokens(string AccessToken, TimeSpan Lifetime, string RefreshToken);
