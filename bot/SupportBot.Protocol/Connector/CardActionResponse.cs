using System.Text.Json;
using SupportBot.Protocol.Activities;

namespace SupportBot.Protocol.Connector;

/// <summary>
/// The body that answers an <c>adaptiveCard/action</c> invoke; the HTTP status beside it is always 200.
/// Source: the Adaptive Cards universal action model.
/// </summary>
public sealed record CardActionResponse
{
    public const string MessageType = "application/vnd.microsoft.activity.message";
    public const string ErrorType = "application/vnd.microsoft.error";

    private CardActionResponse(int statusCode, string type, JsonElement value) => (StatusCode, Type, Value) = (statusCode, type, value);

    public int StatusCode { get; }

    /// <summary><see cref="Attachment.AdaptiveCardType"/>, <see cref="MessageType"/> or <see cref="ErrorType"/>.</summary>
    public string Type { get; }

    public JsonElement Value { get; }

    /// <summary>Replaces the card for whoever pressed; the others see it when the activity is updated too.</summary>
    public static CardActionResponse Card(JsonElement card) => new(200, Attachment.AdaptiveCardType, card);

    /// <summary>A text under the card, which stays as it is.</summary>
    public static CardActionResponse Message(string text) =>
        new(200, MessageType, JsonSerializer.SerializeToElement(text, ConnectorJson.Default.String));

    /// <summary>A refusal that is shown under the card.</summary>
    /// <param name="code">A stable word, such as <c>BadRequest</c>.</param>
    public static CardActionResponse Error(string code, string message) =>
        new(400, ErrorType, JsonSerializer.SerializeToElement(new CardActionError(code, message), ConnectorJson.Default.CardActionError));
}

public sealed record CardActionError(string Code, string Message);
