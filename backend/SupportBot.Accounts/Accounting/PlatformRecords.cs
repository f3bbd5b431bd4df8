namespace SupportBot.Accounts.Accounting;

/// <summary>The organisation (Xero) or company (QuickBooks) behind a connection.</summary>
/// <param name="LockDate">The latest date on or before which documents are refused, where the platform told it.</param>
internal sealed record PlatformOrganisation(string Name, string? BaseCurrency, DateOnly? LockDate);

/// <param name="Code">What a mapping names: Xero's code, or QuickBooks' account number (its id where it has none).</param>
internal sealed record LedgerAccount(string Code, string Name, bool Active);

internal sealed record LedgerTaxRate(string Code, string Name, bool Active);

/// <summary>A token pair as the platform issued it.</summary>
internal sealed record IssuedTokens(string AccessToken, TimeSpan Lifetime, string RefreshToken);
