namespace SupportBot.Storage.Accounts;

/// <summary>One connected store, called "account" in the Link My Books interface.</summary>
public sealed class SalesChannel
{
    public required string SellerId { get; set; }

    /// <summary>The name as it appears in Link My Books, unique within the seller.</summary>
    public required string Name { get; set; }

    public ChannelKind Kind { get; set; }

    public required string BookkeepingId { get; set; }

    /// <summary>The marketplace's own connection (the orange banner), not the accounting one.</summary>
    public ConnectionStatus SalesConnection { get; set; }

    public bool AutoPost { get; set; }

    public bool VatCalculationService { get; set; }

    public bool MerchantFulfilled { get; set; }

    public List<ChannelBankAccount> BankAccounts { get; set; } = [];

    public List<CategoryMapping> Mappings { get; set; } = [];
}

public enum ChannelKind
{
    Amazon,
    Ebay,
    Etsy,
    Shopify,
    Walmart,
    TikTokShop,
    WooCommerce,
    Square,
}

/// <summary>The accounts into which a marketplace's payouts are deposited.</summary>
public sealed class ChannelBankAccount
{
    public required string SellerId { get; set; }

    public required string ChannelName { get; set; }

    public required string Marketplace { get; set; }

    public string? Deposit { get; set; }

    public string? NegativePayout { get; set; }
}

/// <summary>Where a category of a settlement posts. <see cref="Marketplace"/> empty: every marketplace of the channel.</summary>
public sealed class CategoryMapping
{
    public required string SellerId { get; set; }

    public required string ChannelName { get; set; }

    public required string Category { get; set; }

    /// <summary>The marketplace this entry is for; the empty string stands for every marketplace (a key part cannot be null).</summary>
    public required string Marketplace { get; set; }

    public string? Account { get; set; }

    public string? TaxRate { get; set; }
}
