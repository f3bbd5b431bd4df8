using System.Text.Json.Serialization;

namespace SupportBot.Knowledge.Diagnoses;

/// <summary>
/// What was found out about a seller's account at one moment. This is also the shape of
/// <c>GET /api/sellers/{sellerId}/diagnosis</c> and of a ticket's <c>diagnosis</c>.
/// </summary>
public sealed record Diagnosis
{
    public required string SellerId { get; init; }

    /// <summary>The settlement that <see cref="RootCause"/> speaks of; null where it speaks of none.</summary>
    public string? SettlementId { get; init; }

    /// <summary>Product clock, UTC.</summary>
    public required DateTime CheckedAt { get; init; }

    public required int TookMs { get; init; }

    /// <summary>One of <see cref="Cause"/>: what to act on first.</summary>
    public required string RootCause { get; init; }

    /// <summary>Every problem found, in the order of <see cref="Cause.InOrder"/>; never empty.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    public required IReadOnlyList<CheckResult> Checks { get; init; }

    /// <summary>The finding that <see cref="RootCause"/> and <see cref="SettlementId"/> name.</summary>
    [JsonIgnore]
    public Finding Root =>
        Findings.FirstOrDefault(f => f.Cause == RootCause && f.SettlementId == SettlementId)
        ?? Findings.First(f => f.Cause == RootCause);
}

/// <summary>One problem of one settlement, channel or connection, with what was seen.</summary>
public sealed record Finding
{
    public required string Cause { get; init; }

    /// <summary>The step of the article that treats it, 1 to 5; null where there is none.</summary>
    public int? Step { get; init; }

    public required FixedBy FixedBy { get; init; }

    public string? Channel { get; init; }

    public string? Marketplace { get; init; }

    public string? SettlementId { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>UTC; when waiting should be over, where that is known.</summary>
    public DateTime? WaitUntil { get; init; }

    public MappingSuggestion? Suggestion { get; init; }

    /// <summary>What the platform calls the suggested account; null where it could not be asked, or no longer has it.</summary>
    public string? SuggestedAccountName { get; init; }
}

/// <summary>
/// A fact as it was seen, in plain words with names in quotes and dates in ISO 8601 (<c>2026-03-14</c>, <c>2026-03-14T09:00:00Z</c>), and when
/// (product clock, UTC).
/// </summary>
public sealed record Evidence(string Fact, DateTime At);

/// <summary>Where a category posted last, so that the seller need not look it up in an old settlement.</summary>
/// <param name="LastPostedOn">The UTC day on which that settlement was sent.</param>
/// <param name="AccountStillActive">Null where the platform could not be asked.</param>
public sealed record MappingSuggestion(string Category, string Account, string? TaxRate, DateOnly LastPostedOn, bool? AccountStillActive);

/// <summary>One check and what came of it. A check that could not run is <see cref="CheckOutcome.Unknown"/>.</summary>
/// <param name="Summary">Plain words, written as the facts of <see cref="Evidence"/> are.</param>
public sealed record CheckResult(string Check, CheckOutcome Outcome, string Summary, int TookMs);

[JsonConverter(typeof(JsonStringEnumConverter<CheckOutcome>))]
public enum CheckOutcome
{
    [JsonStringEnumMemberName("passed")]
    Passed,
    [JsonStringEnumMemberName("failed")]
    Failed,
    [JsonStringEnumMemberName("unknown")]
    Unknown,
}

/// <summary>Who can put a cause right.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FixedBy>))]
public enum FixedBy
{
    /// <summary>Someone with enough rights in Link My Books.</summary>
    [JsonStringEnumMemberName("user")]
    User,

    /// <summary>Needs the owner's or seller's own login.</summary>
    [JsonStringEnumMemberName("owner")]
    Owner,

    /// <summary>In Xero or QuickBooks.</summary>
    [JsonStringEnumMemberName("accounting")]
    Accounting,

    [JsonStringEnumMemberName("support")]
    Support,

    /// <summary>Wait, or nothing is wrong.</summary>
    [JsonStringEnumMemberName("nobody")]
    Nobody,
}
