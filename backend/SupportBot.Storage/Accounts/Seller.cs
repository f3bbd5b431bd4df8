namespace SupportBot.Storage.Accounts;

/// <summary>A Link My Books customer: the tenant to which every other account row belongs.</summary>
public sealed class Seller
{
    public required string Id { get; set; }

    public required string Name { get; set; }

    /// <summary>BCP 47 tag in which dates and amounts are shown, such as <c>en-GB</c>.</summary>
    public required string Locale { get; set; }

    public SellerPlan Plan { get; set; }

    public List<SellerUser> Users { get; set; } = [];

    public List<BookkeepingConnection> Bookkeeping { get; set; } = [];

    public List<SalesChannel> Channels { get; set; } = [];
}

public enum SellerPlan
{
    Trial,
    Lite,
    Plus,
    Pro,
    Premium,
}
