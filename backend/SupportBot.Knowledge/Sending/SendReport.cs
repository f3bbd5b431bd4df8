using System.Text.Json.Serialization;

namespace SupportBot.Knowledge.Sending;

/// <summary>What came of sending a settlement, or how far it has got.</summary>
/// <param name="Platform"><c>xero</c> or <c>quickbooks</c>.</param>
/// <param name="Parts">Every document of the settlement, oldest first.</param>
/// <param name="Error">What the platform, or Link My Books, said against it.</param>
public sealed record SendReport(string SettlementId, string Platform, SendResult Result, IReadOnlyList<SendPart> Parts, string? Error = null);

[JsonConverter(typeof(JsonStringEnumConverter<SendResult>))]
public enum SendResult
{
    /// <summary>Not finished yet; the parts say how far it is.</summary>
    UnderWay,

    /// <summary>Every document was read back from the platform.</summary>
    Sent,

    /// <summary>It had been sent before; nothing was done.</summary>
    AlreadySent,

    /// <summary>Its status, or its set-up, offers no sending; nothing was done.</summary>
    NotReady,

    /// <summary>Documents with all its numbers stand in the platform though it was never sent; nothing was done.</summary>
    AlreadyThere,

    /// <summary>Some of its documents stand in the platform and nobody has confirmed to send the rest; nothing was done.</summary>
    PartlyPosted,

    /// <summary>The platform turned a document down, or could not be asked; <see cref="SendReport.Error"/> says why.</summary>
    Refused,

    /// <summary>The platform took a document without an error, and does not have it.</summary>
    Nothing,

    /// <summary>Whether a document was taken could not be found out.</summary>
    Unclear,
}

/// <summary>One document of a settlement.</summary>
/// <param name="Month"><c>yyyy-MM</c>.</param>
/// <param name="Number">The number it has, or would have.</param>
/// <param name="IsSent">Link My Books shows it as sent.</param>
/// <param name="Stands">Whether it was seen in the platform; null when nobody could look.</param>
/// <param name="Total">As the platform tells it.</param>
/// <param name="Link">Where a signed-in person sees it.</param>
public sealed record SendPart(string Month, string Number, DateOnly Date, bool IsSent, bool? Stands, decimal? Total, Uri? Link);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SendReport))]
public sealed partial class SendReportJson : JsonSerializerContext;
