using System.Text.Json.Serialization;

namespace SupportBot.Language;

/// <summary>What a text means: one intent with its rivals, and the things it names. The shape of <c>POST /api/understand</c>.</summary>
/// <param name="Intent">One of <see cref="Intents.Intent"/>.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Alternatives">The next best intents, best first.</param>
/// <param name="Locale">The locale against which dates were read.</param>
public sealed record Understanding(
    string Intent,
    double Confidence,
    IReadOnlyList<ScoredIntent> Alternatives,
    EntitySet Entities,
    string Locale);

public sealed record ScoredIntent(string Intent, double Confidence);

/// <summary>What a text names. Everything that it does not name is null, and left out of the JSON.</summary>
public sealed record EntitySet
{
    /// <summary>The words that name a sales channel, as written or, where a seller's channel list was given, its exact name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ChannelText { get; init; }

    /// <summary>Canonical: <c>Amazon.de</c>, <c>eBay</c>, …</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Marketplace { get; init; }

    /// <summary><c>xero</c> or <c>quickbooks</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Platform { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Date { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? DateFrom { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? DateTo { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SettlementId { get; init; }

    /// <summary>An error message that the person quoted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ErrorText { get; init; }

    [JsonIgnore]
    public bool NamesSettlement =>
        SettlementId is not null || ChannelText is not null || Marketplace is not null || Date is not null || DateFrom is not null;
}

/// <summary>What is known about whoever wrote the text.</summary>
/// <param name="Now">Product clock; dates without a year are read against it.</param>
/// <param name="Locale">BCP 47; <c>en-US</c> puts the month first.</param>
/// <param name="ChannelNames">The seller's own channel names, to recognise them; empty when the seller is unknown.</param>
public sealed record UtteranceContext(DateTimeOffset Now, string Locale, IReadOnlyList<string> ChannelNames);
