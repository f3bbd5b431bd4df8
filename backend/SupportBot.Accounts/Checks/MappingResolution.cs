using SupportBot.Accounts.Settlements;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Checks;

/// <summary>A category that a settlement uses, and the account it would post to.</summary>
/// <param name="Settlement">The oldest of the scope that uses it on this channel and marketplace.</param>
/// <param name="Account">Null or blank: nowhere.</param>
/// <param name="TaxRate">Of the mapping that names the account; null or blank: none.</param>
internal sealed record UsedCategory(Settlement Settlement, string Category, string? Account, string? TaxRate)
{
    public bool IsMapped => !string.IsNullOrWhiteSpace(Account);

    public bool HasTaxRate => !string.IsNullOrWhiteSpace(TaxRate);
}

internal static class MappingResolution
{
    /// <summary>Each (channel, marketplace, category) in use once. Only categories of a settlement's own lines count.</summary>
    public static IReadOnlyList<UsedCategory> UsedCategories(Examination examination) =>
    [
        .. from settlement in examination.Settlements
           where SettlementRules.IsMarketplaceKnown(settlement)
           let channel = examination.Account.ChannelOf(settlement)
           from line in settlement.Lines
           let mapping = For(channel, settlement.Marketplace, line.Category)
           group new UsedCategory(settlement, line.Category, mapping?.Account, mapping?.TaxRate)
               by (channel.Name, settlement.Marketplace.ToUpperInvariant(), line.Category.ToUpperInvariant()) into same
           select same.First(),
    ];

    /// <summary>The marketplace's own entry wins; an empty one falls back to the channel's.</summary>
    public static CategoryMapping? For(SalesChannel channel, string marketplace, string category)
    {
        CategoryMapping? Entry(string of) => channel.Mappings.FirstOrDefault(m => Same(m.Category, category) && Same(m.Marketplace, of));
        return Entry(marketplace) is { } own && !string.IsNullOrWhiteSpace(own.Account) ? own : Entry("");
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
