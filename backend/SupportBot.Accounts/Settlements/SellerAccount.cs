using SupportBot.Storage.Accounts;
using SupportBot.Storage.Tickets;

namespace SupportBot.Accounts.Settlements;

/// <summary>What our own tables say about a seller, as far as a diagnosis needs it.</summary>
internal sealed record SellerAccount
{
    public required string SellerId { get; init; }

    public required IReadOnlyList<BookkeepingConnection> Connections { get; init; }

    /// <summary>All channels, with mappings and bank accounts.</summary>
    public required IReadOnlyList<SalesChannel> Channels { get; init; }

    /// <summary>All unsent settlements, oldest first; parts, lines and attempts only on the channels of the scope.</summary>
    public required IReadOnlyList<Settlement> Unsent { get; init; }

    /// <summary>When each channel posted last; a channel that never did is absent.</summary>
    public required IReadOnlyDictionary<string, DateTime> LastPosted { get; init; }

    /// <summary>What support has carried out on this account.</summary>
    public required IReadOnlyList<SupportAction> Repairs { get; init; }

    /// <summary>The settlement or channel that was asked for.</summary>
    public Settlement? Named { get; init; }

    public SalesChannel? NamedChannel { get; init; }

    /// <summary>The newest sent settlement of the scope; looked up only where nothing is unsent.</summary>
    public Settlement? LatestSent { get; init; }

    /// <summary>When support last mended what keeps this settlement from posting; tries before it prove nothing any more.</summary>
    public DateTime? RepairedAt(Settlement settlement) =>
        Repairs.Where(r => r.SettlementId == settlement.Id || (r.Action == "reconnect-channel" && r.ChannelName == settlement.ChannelName)).Max(r => r.DoneAt);

    public SalesChannel ChannelOf(Settlement settlement) => Channels.First(c => c.Name == settlement.ChannelName);

    public BookkeepingConnection ConnectionOf(SalesChannel channel) => Connections.First(c => c.Id == channel.BookkeepingId);

    public BookkeepingConnection ConnectionOf(Settlement settlement) => ConnectionOf(ChannelOf(settlement));
}
