using System.Text.Json;
using SupportBot.Channels.WebChat.Files;
using SupportBot.Protocol;
using SupportBot.Protocol.Activities;
using SupportBot.Turns.Conversations;

namespace SupportBot.Channels.Transcripts;

/// <summary>
/// Reads what the seller saw of a conversation, and nothing else: no events, no presses, and no file that lies elsewhere.
/// </summary>
public sealed class TranscriptReader(Transcript transcript)
{
    public async Task<IReadOnlyList<TranscriptMessage>> ReadAsync(string conversationId, CancellationToken cancellationToken)
    {
        var messages = new List<TranscriptMessage>();
        var places = new Dictionary<string, int>();
        await foreach (var line in transcript.ReadAllAsync(conversationId, cancellationToken))
        {
            if (line.Type != ActivityTypes.Message || ActivityJson.Read(line.ActivityJson) is not { Timestamp: { } at } activity)
            {
                continue;
            }

            var message = new TranscriptMessage(Speaker(activity.From), activity.From?.Name, at.UtcDateTime, Words(activity), Files(activity));
            if (message is { Words: [], Files: [] })
            {
                continue;
            }

            // The same id again takes the earlier one's place, as it does in the chat.
            if (activity.Id is { } id && !places.TryAdd(id, messages.Count))
            {
                messages[places[id]] = message;
            }
            else
            {
                messages.Add(message);
            }
        }

        return messages;
    }

    private static TranscriptSpeaker Speaker(ChannelAccount? from) =>
        from?.Role != "bot" ? TranscriptSpeaker.Seller
        : from.Id?.StartsWith("agent:", StringComparison.Ordinal) == true ? TranscriptSpeaker.Agent
        : TranscriptSpeaker.Bot;

    private static IReadOnlyList<string> Words(Activity activity) =>
    [
        .. new[] { activity.Text }.Concat((activity.Attachments ?? []).Select(CardWords)).OfType<string>().Where(words => !string.IsNullOrWhiteSpace(words)),
    ];

    private static string? CardWords(Attachment attachment) =>
        attachment is { ContentType: Attachment.AdaptiveCardType, Content: { ValueKind: JsonValueKind.Object } card }
        && card.TryGetProperty("fallbackText", out var words) && words.ValueKind == JsonValueKind.String
            ? words.GetString()
            : null;

    private static IReadOnlyList<TranscriptFile> Files(Activity activity) =>
    [
        .. (activity.Attachments ?? [])
            .Where(file => file.ContentUrl?.StartsWith(CheckedFile.Path, StringComparison.Ordinal) == true)
            .Select(file => new TranscriptFile(file.Name ?? "file", file.ContentUrl!, FileKind.IsShownInline(file.ContentType ?? ""))),
    ];
}
