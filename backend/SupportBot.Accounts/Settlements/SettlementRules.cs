using SupportBot.Knowledge.Diagnoses;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Settlements;

/// <summary>What a settlement's rows say about it, by the contract's definitions.</summary>
internal static class SettlementRules
{
    /// <summary>Statuses of settlements that have still to be sent.</summary>
    public static readonly SettlementStatus[] UnsentStatuses =
    [
        SettlementStatus.Scheduled, SettlementStatus.Processing, SettlementStatus.AwaitingVat, SettlementStatus.Ready,
        SettlementStatus.Sending, SettlementStatus.Error, SettlementStatus.Locked, SettlementStatus.SelectMarketplace,
    ];

    private static readonly string[] AmazonEurope = ["co.uk", "de", "fr", "es", "it", "nl", "se", "pl", "ie", "be", "com.be"];

    /// <summary>By age: the end date counts, then the start, then the id.</summary>
    public static IOrderedEnumerable<Settlement> OldestFirst(this IEnumerable<Settlement> settlements) =>
        settlements.OrderBy(s => s.To).ThenBy(s => s.From).ThenBy(s => s.Id, StringComparer.Ordinal);

    /// <summary>Every document of it, by our own tables.</summary>
    public static bool IsSent(Settlement settlement) => DocumentNumbers.Of(settlement).All(d => d.IsSent);

    public static bool IsUnsent(Settlement settlement) => settlement.Status != SettlementStatus.Hidden && !IsSent(settlement);

    public static SendAttempt? LastTry(Settlement settlement) => settlement.Attempts.MaxBy(a => a.Number);

    /// <summary>The errors that still count: the last try's, and those that stand on unsent parts.</summary>
    public static IReadOnlyList<string> CurrentErrors(Settlement settlement)
    {
        var last = LastTry(settlement) is { Outcome: SendOutcome.Error, Error: { Length: > 0 } error } ? error : null;
        var parts = settlement.Parts.Where(p => p.Status == SettlementStatus.Error && !string.IsNullOrWhiteSpace(p.Error)).Select(p => p.Error!);
        return [.. (last is null ? parts : parts.Prepend(last)).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>While the marketplace is unknown, what depends on it cannot be judged.</summary>
    public static bool IsMarketplaceKnown(Settlement settlement) =>
        settlement.Status != SettlementStatus.SelectMarketplace
        && !string.Equals(settlement.Marketplace, "Unknown", StringComparison.OrdinalIgnoreCase);

    public static bool SpansMonths(Settlement settlement) =>
        (settlement.From.Year, settlement.From.Month) != (settlement.To.Year, settlement.To.Month);

    public static bool IsAmazonEurope(string marketplace) =>
        marketplace.StartsWith("Amazon.", StringComparison.OrdinalIgnoreCase)
        && AmazonEurope.Contains(marketplace["Amazon.".Length..], StringComparer.OrdinalIgnoreCase);

    /// <summary>The last second, UTC, at which VAT data that is still missing is no reason to worry.</summary>
    public static DateTime VatDue(Settlement settlement, SalesChannel channel)
    {
        var nextMonth = new DateOnly(settlement.To.Year, settlement.To.Month, 1).AddMonths(1);
        var day = channel.VatCalculationService ? settlement.To.AddDays(4) : nextMonth.AddDays(channel.MerchantFulfilled ? 6 : 4);
        return day.ToDateTime(new TimeOnly(23, 59, 59), DateTimeKind.Utc);
    }

    /// <summary>Since when the status stands; where that was not recorded, since the settlement ended.</summary>
    public static DateTime StatusSince(Settlement settlement) =>
        settlement.StatusSince ?? settlement.To.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    public static SettlementSummary Summarise(Settlement settlement, AccountingPlatform platform) => new(
        settlement.Id, settlement.ChannelName, settlement.Marketplace, settlement.From, settlement.To, settlement.DepositedOn,
        settlement.TotalHundredths, settlement.Currency, Spelling.Name(settlement.Status), Spelling.Name(platform));
}
