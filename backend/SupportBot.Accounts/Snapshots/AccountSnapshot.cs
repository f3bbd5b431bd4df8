using System.Text.Json.Serialization;
using SupportBot.Accounts.Sandbox;

namespace SupportBot.Accounts.Snapshots;

/// <summary>Sellers' accounts as a snapshot file describes them; read by <see cref="SnapshotReader"/>, which has checked it.</summary>
public sealed record AccountSnapshot
{
    internal AccountSnapshot(DateTimeOffset? now, IReadOnlyList<SnapshotSeller> sellers) => (Now, Sellers) = (now, sellers);

    /// <summary>Fixes the product's clock; null: real time.</summary>
    public DateTimeOffset? Now { get; }

    internal IReadOnlyList<SnapshotSeller> Sellers { get; }
}

// Settable, not init-only: source generation would put null in place of an init-only property's default.
internal sealed record SnapshotFile(DateTimeOffset? Now, IReadOnlyList<SnapshotSeller> Sellers);

internal sealed record SnapshotSeller(string Id, string Name, IReadOnlyList<SnapshotUser> Users)
{
    public string Locale { get; set; } = "en-GB";

    public string Plan { get; set; } = "pro";

    public IReadOnlyList<SnapshotConnection> Bookkeeping { get; set; } = [];

    public IReadOnlyList<SnapshotChannel> Channels { get; set; } = [];
}

internal sealed record SnapshotUser(string Id, string Name, string Email, string Role);

internal sealed record SnapshotConnection(
    string Id, string Platform, string Organisation, string Status, DateTimeOffset? ConnectedAt, DateTimeOffset? LastRefreshedAt, ConnectionSandbox? Sandbox);

internal sealed record SnapshotChannel(string Name, string Kind, string Bookkeeping, SnapshotVat? Vat, ChannelSandbox? Sandbox)
{
    public string SalesConnection { get; set; } = "connected";

    public bool AutoPost { get; set; }

    public IReadOnlyList<SnapshotBankAccount> BankAccounts { get; set; } = [];

    public IReadOnlyList<SnapshotMapping> Mappings { get; set; } = [];

    public IReadOnlyList<SnapshotSettlement> Settlements { get; set; } = [];
}

internal sealed record SnapshotVat(bool CalculationService, bool MerchantFulfilled);

internal sealed record SnapshotBankAccount(string Marketplace, string? Deposit, string? NegativePayout);

internal sealed record SnapshotMapping(string Category, string? Marketplace, string? Account, string? TaxRate);

internal sealed record SnapshotSettlement(
    string Id, string Marketplace, DateOnly From, DateOnly To, DateOnly? DepositedOn, string Status, DateTimeOffset? StatusSince, DateTimeOffset? SentAt,
    string? DocumentNumber, SettlementSandbox? Sandbox)
{
    public string Currency { get; set; } = "GBP";

    public decimal Total { get; set; }

    public IReadOnlyList<SnapshotPart> Parts { get; set; } = [];

    public IReadOnlyList<SnapshotLine> Lines { get; set; } = [];

    public IReadOnlyList<SnapshotAttempt> Attempts { get; set; } = [];
}

internal sealed record SnapshotPart(string Month, string Status, string? DocumentNumber, string? Error);

internal sealed record SnapshotLine(string Category, decimal Amount, string? Account, string? TaxRate);

internal sealed record SnapshotAttempt(DateTimeOffset At, string Outcome, string? Error)
{
    public string By { get; set; } = "user";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SnapshotFile))]
internal sealed partial class SnapshotJson : JsonSerializerContext;
