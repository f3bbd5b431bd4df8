using System.Text.Json.Serialization;

namespace SupportBot.Accounts.Sandbox;

// Settable, not init-only: source generation would put null in place of an init-only property's default.

/// <summary>How the simulated platform behaves towards one connection: the snapshot's values, and what has happened since.</summary>
internal sealed record ConnectionSandbox
{
    /// <summary><c>valid</c>, <c>token-expired</c>, <c>revoked</c>, <c>forbidden</c> or <c>wrong-tenant</c>.</summary>
    public string Authorisation { get; set; } = "valid";

    /// <summary><c>up</c>, <c>offline</c>, <c>rate-limited</c>, <c>slow</c> or <c>failing</c>.</summary>
    public string Availability { get; set; } = "up";

    public int RetryAfterSeconds { get; set; } = 60;

    /// <summary><c>active</c> or <c>lapsed</c>.</summary>
    public string Subscription { get; set; } = "active";

    public DateOnly? LockDate { get; set; }

    public bool InvoiceLimitReached { get; set; }

    public string BaseCurrency { get; set; } = "GBP";

    /// <summary>Null: not described; then every currency is there that the seller's unsent settlements have.</summary>
    public IReadOnlyList<string>? Currencies { get; set; }

    /// <summary>Null: not described; then the platform has whatever the seller's mappings name.</summary>
    public IReadOnlyList<SandboxAccount>? Accounts { get; set; }

    public IReadOnlyList<SandboxTaxRate>? TaxRates { get; set; }

    public IReadOnlyList<SandboxDocument> Documents { get; set; } = [];

    /// <summary>Idempotency keys whose documents were taken.</summary>
    public IReadOnlyList<string> UsedKeys { get; set; } = [];

    /// <summary>The seller removed Link My Books from the platform's linked apps, and has not connected since.</summary>
    public bool AppRemoved { get; set; }

    /// <summary>The only access token that works, and until when (real time); null: none does.</summary>
    public string? AccessToken { get; set; }

    public DateTime? AccessTokenUntil { get; set; }

    /// <summary>The only refresh token that works.</summary>
    public string? RefreshToken { get; set; }

    /// <summary>A code that the consent page gave out and nobody has redeemed yet.</summary>
    public SandboxCode? Code { get; set; }

    /// <summary>An access token that was granted for another organisation of the same login; it opens nothing here.</summary>
    public string? OtherAccessToken { get; set; }
}

/// <param name="ForAnother">The person chose another organisation than this connection's.</param>
/// <param name="Until">Real time.</param>
internal sealed record SandboxCode(string Value, string Challenge, string RedirectUri, bool ForAnother, DateTime Until);

internal sealed record SandboxAccount(string Code, string Name)
{
    public string Type { get; set; } = "REVENUE";

    public string Status { get; set; } = "active";
}

internal sealed record SandboxTaxRate(string Code, string? Name)
{
    public string Status { get; set; } = "active";
}

internal sealed record SandboxDocument(string Number, decimal? Total)
{
    /// <summary><c>draft</c>, <c>authorised</c> or <c>voided</c>.</summary>
    public string Status { get; set; } = "authorised";

    public DateOnly? Date { get; set; }
}

/// <param name="LinkDropped">Sending does nothing and shows no error until support reconnects the channel.</param>
internal sealed record ChannelSandbox(bool LinkDropped);

/// <param name="VatWrong">Sending does nothing until support reruns the VAT reports.</param>
internal sealed record SettlementSandbox(bool VatWrong);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConnectionSandbox))]
[JsonSerializable(typeof(ChannelSandbox))]
[JsonSerializable(typeof(SettlementSandbox))]
internal sealed partial class SandboxJson : JsonSerializerContext;
