using System.Text.Json.Serialization;
using SupportBot.Accounts.Sandbox;

namespace SupportBot.Host.Demo;

/// <param name="Platforms"><c>xero</c>, <c>quickbooks</c>.</param>
internal sealed record DemoSeller(string Id, string Name, string Story, IReadOnlyList<string> Platforms, IReadOnlyList<DemoUser> Users);

internal sealed record DemoUser(string Id, string Name, string Role);

/// <param name="ExpiresIn">Seconds.</param>
internal sealed record DemoToken(string Token, int ExpiresIn);

/// <summary>What the dashboard shows of one seller's account.</summary>
internal sealed record DemoDashboard(
    DemoDashboardSeller Seller,
    DemoUser User,
    IReadOnlyList<DemoConnection> Connections,
    IReadOnlyList<DemoSettlement> Settlements,
    IReadOnlyList<DemoMapping> Mappings,
    IReadOnlyList<DemoBankAccount> BankAccounts);

internal sealed record DemoDashboardSeller(string Id, string Name, string Locale);

/// <param name="Channels">The channels that post through it.</param>
/// <param name="Accounts">The platform's chart of accounts, archived ones too.</param>
internal sealed record DemoConnection(
    string Id, string Platform, string Organisation, string Status, DateTime? ConnectedAt, IReadOnlyList<string> Channels, IReadOnlyList<DemoAccount> Accounts);

internal sealed record DemoSettlement(
    string Id, string Channel, string Marketplace, DateOnly From, DateOnly To, string Currency, decimal Total, string Status, string? DocumentNumber, string? LastError);

/// <summary>A category that an unsent settlement uses.</summary>
/// <param name="Marketplace">Null: for every marketplace of the channel.</param>
internal sealed record DemoMapping(string Channel, string ConnectionId, string? Marketplace, string Category, string? Account, string? TaxRate);

/// <param name="NeedsNegativePayout">An unsent settlement of the marketplace takes money instead of paying it.</param>
internal sealed record DemoBankAccount(
    string Channel, string ConnectionId, string Marketplace, string? Deposit, string? NegativePayout, bool NeedsNegativePayout);

internal sealed record ChosenAccount(string Channel, string? Marketplace, string Category, string Account);

internal sealed record ChosenBankAccount(string Channel, string Marketplace, string Account, bool NegativePayouts);

internal sealed record RestoredAccount(string Account);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(DemoSeller[]))]
[JsonSerializable(typeof(DemoToken))]
[JsonSerializable(typeof(DemoDashboard))]
[JsonSerializable(typeof(DemoActionResult))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class DemoJson : JsonSerializerContext;
