using SupportBot.Protocol.Activities;
using SupportBot.Protocol.Connector;

namespace SupportBot.Channels.Connector;

/// <summary>The answer to an Action.Submit, which unlike Execute has no response of its own.</summary>
internal static class SubmitAnswer
{
    /// <param name="cardActivityId">Replaced where the answer is a card; its id then stands in the activity.</param>
    public static Activity Of(CardActionResponse response, string? cardActivityId) => response.Type switch
    {
        Attachment.AdaptiveCardType => new Activity
        {
            Type = ActivityTypes.Message,
            Id = cardActivityId,
            Attachments = [new Attachment { ContentType = Attachment.AdaptiveCardType, Content = response.Value }],
        },
        CardActionResponse.MessageType => Words(response.Value.GetString()),
        _ => Words(response.Value.GetProperty("message").GetString()),
    };

    private static Activity Words(string? text) => new() { Type = ActivityTypes.Message, Text = text, TextFormat = TextFormats.Plain };
}
