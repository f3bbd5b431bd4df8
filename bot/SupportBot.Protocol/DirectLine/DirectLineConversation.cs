using System.Text.Json.Serialization;

namespace SupportBot.Protocol.DirectLine;

/// <summary>A conversation with the token to take part in it: the answer to starting, reconnecting, generating and refreshing.</summary>
public sealed record DirectLineConversation
{
    public required string ConversationId { get; init; }

    public required string Token { get; init; }

    /// <summary>Seconds until <see cref="Token"/> ends.</summary>
    [JsonPropertyName("expires_in")]
    public required int ExpiresIn { get; init; }

    /// <summary>An absolute <c>ws(s)://</c> address, to be opened within 60 seconds; only in answers to starting and reconnecting.</summary>
    public string? StreamUrl { get; init; }
}
