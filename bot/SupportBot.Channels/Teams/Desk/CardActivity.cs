using System.Text.Json;
using SupportBot.Protocol.Activities;

namespace SupportBot.Channels.Teams.Desk;

/// <summary>The message that carries a card.</summary>
internal static class CardActivity
{
    public static Activity Of(DrawnCard card) => Of(card.Json, card.Summary);

    /// <param name="summary">What a notification says, where only the card would be.</param>
    public static Activity Of(JsonElement card, string summary) => new()
    {
        Type = ActivityTypes.Message,
        Attachments = [new Attachment { ContentType = Attachment.AdaptiveCardType, Content = card }],
        Extensions = new Dictionary<string, JsonElement> { ["summary"] = JsonSerializer.SerializeToElement(summary, Protocol.Connector.ConnectorJson.Default.String) },
    };
}
