using SupportBot.Storage.Accounts;

namespace SupportBot.Benchmarks.Accounts;

/// <summary>
/// A seller with fifty channels, each with one settlement that does not send because a category has no account. The connection is
/// shown as disconnected, so that a diagnosis reads all of our tables and asks no platform.
/// </summary>
internal static class LargeAccount
{
    public const string SellerId = "large-account";

    /// <summary>How many sent settlements <see cref="SentBlock"/> holds.</summary>
    public const int BlockSize = 1000;

    private const int Channels = 50;
    private const string Unmapped = "Storage fees";

    private static readonly DateTime Now = new(2026, 3, 20, 9, 0, 0, DateTimeKind.Utc);
    private static readonly string[] Categories = ["Sales", "Refunds", "Selling fees"];

    public static Seller Seller() => new()
    {
        Id = SellerId,
        Name = "Large Account Ltd",
        Locale = "en-GB",
        Bookkeeping =
        [
            new BookkeepingConnection
            {
                SellerId = SellerId,
                Id = "books",
                Platform = AccountingPlatform.Xero,
                Organisation = "Large Account Ltd",
                Status = ConnectionStatus.Disconnected,
                ConnectedAt = Now.AddYears(-1),
                TenantId = "large-account",
            },
        ],
        Channels = [.. Enumerable.Range(0, Channels).Select(Channel)],
    };

    /// <summary>Twenty for each channel.</summary>
    public static IEnumerable<Settlement> SentBlock() => Enumerable.Range(0, BlockSize).Select(number =>
    {
        var settlement = Settlement($"S-{number}", number % Channels, weeksAgo: 1 + (number / Channels));
        settlement.Status = SettlementStatus.Sent;
        settlement.SentAt = Now.AddDays(-7 * (1 + (number / Channels))).AddMinutes(number % Channels);
        settlement.Lines.ForEach(line => (line.Account, line.PostedAt) = ("200", settlement.SentAt));
        settlement.Attempts = [Attempt(settlement, SendOutcome.Sent)];
        return settlement;
    });

    public static IEnumerable<Settlement> Unsent() => Enumerable.Range(0, Channels).Select(channel =>
    {
        var settlement = Settlement($"unsent-{channel}", channel, weeksAgo: 0);
        settlement.Status = SettlementStatus.Ready;
        settlement.Lines[0].Category = Unmapped;
        settlement.Attempts = [Attempt(settlement, SendOutcome.Error)];
        return settlement;
    });

    private static SalesChannel Channel(int number) => new()
    {
        SellerId = SellerId,
        Name = Name(number),
        Kind = ChannelKind.Ebay,
        BookkeepingId = "books",
        BankAccounts = [new ChannelBankAccount { SellerId = SellerId, ChannelName = Name(number), Marketplace = "eBay", Deposit = "090" }],
        Mappings =
        [
            .. Categories.Select(category => new CategoryMapping
            {
                SellerId = SellerId, ChannelName = Name(number), Category = category, Marketplace = "", Account = "200", TaxRate = "OUTPUT2",
            }),
        ],
    };

    private static Settlement Settlement(string id, int channel, int weeksAgo)
    {
        var end = DateOnly.FromDateTime(Now).AddDays(-7 * weeksAgo);
        return new Settlement
        {
            SellerId = SellerId,
            Id = id,
            ChannelName = Name(channel),
            Marketplace = "eBay",
            From = end.AddDays(-6),
            To = end,
            Currency = "GBP",
            TotalHundredths = 12_345,
            Lines =
            [
                .. Categories.Select((category, number) => new SettlementLine
                {
                    SellerId = SellerId, SettlementId = id, Number = number, Category = category, ChannelName = Name(channel), Marketplace = "eBay",
                    AmountHundredths = 4_115, TaxRate = "OUTPUT2",
                }),
            ],
        };
    }

    private static SendAttempt Attempt(Settlement settlement, SendOutcome outcome) => new()
    {
        SellerId = SellerId,
        SettlementId = settlement.Id,
        Number = 1,
        At = Now.AddHours(-2),
        Outcome = outcome,
    };

    private static string Name(int channel) => $"eBay {channel}";
}
