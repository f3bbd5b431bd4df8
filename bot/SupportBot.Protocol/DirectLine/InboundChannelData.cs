using System.Text.Json.Serialization;

namespace SupportBot.Protocol.DirectLine;

/// <summary>What is kept of the channel data that Web Chat sends along; the client finds its own message again by it.</summary>
public sealed record InboundChannelData
{
    /// <summary>The name that the client gave its activity; also what makes a repeated delivery harmless.</summary>
    [JsonPropertyName("clientActivityID")]
    public string? ClientActivityId { get; init; }

    /// <summary>A button was pressed; Web Chat does not show such a message.</summary>
    public bool? PostBack { get; init; }

    /// <summary>A button was pressed that shows other words than it sends.</summary>
    public MessageBack? MessageBack { get; init; }

    /// <summary>Bytes of each attachment, in their order.</summary>
    public IReadOnlyList<long>? AttachmentSizes { get; init; }
}

public sealed record MessageBack(string? DisplayText);
