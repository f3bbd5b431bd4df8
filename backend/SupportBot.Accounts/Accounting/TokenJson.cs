using System.Text.Json.Serialization;

namespace SupportBot.Accounts.Accounting;

/// <summary>A token endpoint's answer, good or bad (RFC 6749, 5.1 and 5.2); the same on both platforms.</summary>
internal sealed record TokenAnswer(
    [property: JsonPropertyName("access_token")] string? AccessToken,
    [property: JsonPropertyName("expires_in")] int? ExpiresIn,
    [property: JsonPropertyName("refresh_token")] string? RefreshToken,
    [property: JsonPropertyName("error")] string? Error);

[JsonSerializable(typeof(TokenAnswer))]
internal sealed partial class TokenJson : JsonSerializerContext;
