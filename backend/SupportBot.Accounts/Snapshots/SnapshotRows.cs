using System.Text.Json;
using SupportBot.Accounts.Sandbox;
using SupportBot.Accounts.Settlements;
using SupportBot.Storage.Accounts;
using SupportBot.Storage.Sandbox;

namespace SupportBot.Accounts.Snapshots;

/// <summary>A snapshot's records as rows.</summary>
internal static class SnapshotRows
{
    public static Seller Seller(SnapshotSeller seller) => new()
    {
        Id = seller.Id,
        Name = seller.Name,
        Locale = seller.Locale,
        Plan = Spelling.Parse<SellerPlan>(seller.Plan),
        Users = [.. seller.Users.Select(u => new SellerUser { SellerId = seller.Id, Id = u.Id, Name = u.Name, Email = u.Email, Role = Spelling.Parse<UserRole>(u.Role) })],
        Bookkeeping = [.. seller.Bookkeeping.Select(b => Connection(seller, b))],
        Channels = [.. seller.Channels.Select(c => Channel(seller, c))],
    };

    public static IEnumerable<Settlement> Settlements(SnapshotSeller seller) =>
        seller.Channels.SelectMany(c => c.Settlements.Select(s => Settlement(seller, c, s)));

    public static IEnumerable<SandboxState> SandboxStates(SnapshotSeller seller)
    {
        foreach (var connection in seller.Bookkeeping)
        {
            yield return State(seller, SandboxSubject.Connection, connection.Id, JsonSerializer.Serialize(
                SandboxTokens.Grant(seller.Id, connection.Id, Described(seller, connection)), SandboxJson.Default.ConnectionSandbox));
        }

        foreach (var channel in seller.Channels)
        {
            if (channel.Sandbox is { } sandbox)
            {
                yield return State(seller, SandboxSubject.Channel, channel.Name, JsonSerializer.Serialize(sandbox, SandboxJson.Default.ChannelSandbox));
            }

            foreach (var settlement in channel.Settlements.Where(s => s.Sandbox is not null))
            {
                yield return State(seller, SandboxSubject.Settlement, settlement.Id, JsonSerializer.Serialize(settlement.Sandbox!, SandboxJson.Default.SettlementSandbox));
            }
        }
    }

    /// <summary>A file that lists no documents means a platform that has what was sent.</summary>
    private static ConnectionSandbox Described(SnapshotSeller seller, SnapshotConnection connection)
    {
        var sandbox = connection.Sandbox ?? new ConnectionSandbox();
        return sandbox.Documents.Count > 0 ? sandbox : sandbox with
        {
            Documents =
            [
                .. from channel in seller.Channels
                   where channel.Bookkeeping == connection.Id
                   from settlement in channel.Settlements.Select(s => Settlement(seller, channel, s))
                   let documents = DocumentNumbers.Of(settlement)
                   from document in documents
                   where document.IsSent
                   select new SandboxDocument(document.Number, document == documents[^1] ? settlement.TotalHundredths / 100m : 0m) { Date = document.Date },
            ],
        };
    }

    private static SandboxState State(SnapshotSeller seller, SandboxSubject subject, string id, string json) =>
        new() { SellerId = seller.Id, Subject = subject, SubjectId = id, Json = json };

    private static BookkeepingConnection Connection(SnapshotSeller seller, SnapshotConnection connection)
    {
        var platform = Spelling.Parse<AccountingPlatform>(connection.Platform);
        return new BookkeepingConnection
        {
            SellerId = seller.Id,
            Id = connection.Id,
            Platform = platform,
            Organisation = connection.Organisation,
            Status = Spelling.Parse<ConnectionStatus>(connection.Status),
            ConnectedAt = connection.ConnectedAt?.UtcDateTime,
            LastRefreshedAt = connection.LastRefreshedAt?.UtcDateTime,
            TenantId = SandboxTokens.TenantId(platform, seller.Id, connection.Id),
            AccessToken = SandboxTokens.FirstAccessToken(seller.Id, connection.Id),
            RefreshToken = SandboxTokens.FirstRefreshToken(seller.Id, connection.Id),
        };
    }

    private static SalesChannel Channel(SnapshotSeller seller, SnapshotChannel channel) => new()
    {
        SellerId = seller.Id,
        Name = channel.Name,
        Kind = Spelling.Parse<ChannelKind>(channel.Kind),
        BookkeepingId = channel.Bookkeeping,
        SalesConnection = Spelling.Parse<ConnectionStatus>(channel.SalesConnection),
        AutoPost = channel.AutoPost,
        VatCalculationService = channel.Vat?.CalculationService ?? false,
        MerchantFulfilled = channel.Vat?.MerchantFulfilled ?? false,
        BankAccounts =
        [
            .. channel.BankAccounts.Select(b => new ChannelBankAccount
            {
                SellerId = seller.Id,
                ChannelName = channel.Name,
                Marketplace = b.Marketplace,
                Deposit = b.Deposit,
                NegativePayout = b.NegativePayout,
            }),
        ],
        Mappings =
        [
            .. channel.Mappings.Select(m => new CategoryMapping
            {
                SellerId = seller.Id,
                ChannelName = channel.Name,
                Category = m.Category,
                Marketplace = m.Marketplace ?? "",
                Account = m.Account,
                TaxRate = m.TaxRate,
            }),
        ],
    };

    private static Settlement Settlement(SnapshotSeller seller, SnapshotChannel channel, SnapshotSettlement settlement) => new()
    {
        SellerId = seller.Id,
        Id = settlement.Id,
        ChannelName = channel.Name,
        Marketplace = settlement.Marketplace,
        From = settlement.From,
        To = settlement.To,
        DepositedOn = settlement.DepositedOn,
        Currency = settlement.Currency,
        TotalHundredths = Hundredths(settlement.Total),
        Status = Spelling.Parse<SettlementStatus>(settlement.Status),
        StatusSince = settlement.StatusSince?.UtcDateTime,
        SentAt = SentAt(settlement),
        DocumentNumber = settlement.DocumentNumber,
        Parts =
        [
            .. settlement.Parts.Select(p => new SettlementPart
            {
                SellerId = seller.Id,
                SettlementId = settlement.Id,
                Month = p.Month,
                Status = Spelling.Parse<SettlementStatus>(p.Status),
                DocumentNumber = p.DocumentNumber,
                Error = p.Error,
            }),
        ],
        Lines =
        [
            .. settlement.Lines.Select((l, i) => new SettlementLine
            {
                SellerId = seller.Id,
                SettlementId = settlement.Id,
                Number = i + 1,
                Category = l.Category,
                ChannelName = channel.Name,
                Marketplace = settlement.Marketplace,
                AmountHundredths = Hundredths(l.Amount),
                Account = l.Account,
                TaxRate = l.TaxRate,
                PostedAt = string.IsNullOrWhiteSpace(l.Account) ? null : SentAt(settlement),
            }),
        ],
        Attempts =
        [
            .. settlement.Attempts.Select((a, i) => new SendAttempt
            {
                SellerId = seller.Id,
                SettlementId = settlement.Id,
                Number = i + 1,
                At = a.At.UtcDateTime,
                By = Spelling.Parse<SendInitiator>(a.By),
                Outcome = Spelling.Parse<SendOutcome>(a.Outcome),
                Error = a.Error,
            }),
        ],
    };

    /// <summary>Where the file does not tell, a sent settlement counts as sent when it could be at the earliest: after its last day.</summary>
    private static DateTime? SentAt(SnapshotSettlement settlement) =>
        settlement.SentAt?.UtcDateTime ?? (settlement.Status != "sent"
            ? null
            : settlement.StatusSince?.UtcDateTime
                ?? settlement.Attempts.LastOrDefault(a => a.Outcome == "sent")?.At.UtcDateTime
                ?? settlement.To.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));

    private static long Hundredths(decimal amount) => (long)Math.Round(amount * 100m, MidpointRounding.AwayFromZero);
}
