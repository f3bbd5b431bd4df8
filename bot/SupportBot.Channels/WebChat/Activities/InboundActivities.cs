using System.Text.Json;
using Microsoft.Extensions.Options;
using SupportBot.Channels.Requests;
using SupportBot.Channels.WebChat.Admission;
using SupportBot.Channels.WebChat.Files;
using SupportBot.Channels.WebChat.Tokens;
using SupportBot.Protocol.Activities;
using SupportBot.Protocol.DirectLine;
using SupportBot.Turns.Conversations;

namespace SupportBot.Channels.WebChat.Activities;

/// <summary>
/// Makes of what a client posted the activity that is kept: who says it comes from the token, everything that is not known
/// is left out, and what is left is within limits.
/// </summary>
internal sealed class InboundActivities(IOptions<WebChatOptions> options)
{
    private const int MaxNameLength = 128;
    private const int MaxClientIdLength = 160;
    private const int MaxValueLength = 32 * 1024;

    /// <summary>Stands for an id that is refused: without its id coming back, the sender would never learn that the message arrived.</summary>
    private const string Unreadable = "\0";

    private const string FeedbackEvent = "webchat:activity-status/feedback";

    private static readonly ChannelAccount Bot = new() { Id = "supportbot", Name = "SupportBot", Role = "bot" };

    private readonly int _maxTextLength = options.Value.MaxTextLength;

    /// <param name="files">What was uploaded with it, already checked.</param>
    public Admitted<InboundActivity> Clean(Activity posted, DirectLineSession session, IReadOnlyList<CheckedFile> files)
    {
        posted = posted with { Text = posted.Text is { } written ? JsonText.WithoutNul(written) : null };
        if (posted.Type is not (ActivityTypes.Message or ActivityTypes.Event or ActivityTypes.Typing))
        {
            return DirectLineProblem.BadArgument("The activity's type must be message, event or typing.");
        }

        if (posted.Text?.Length > _maxTextLength)
        {
            return DirectLineProblem.BadArgument($"A message may have {_maxTextLength} characters. Shorten it, or send it as a text file.");
        }

        if (posted.Value is { } value && (value.GetRawText().Length > MaxValueLength || !JsonText.IsWellFormed(value)))
        {
            return DirectLineProblem.BadArgument($"The activity's value must be JSON of at most {MaxValueLength} characters, without U+0000 and broken surrogate pairs.");
        }

        if (posted.Type == ActivityTypes.Event && (posted.Name is not { Length: > 0 and <= MaxNameLength } name || name.Any(char.IsControl)))
        {
            return DirectLineProblem.BadArgument($"An event needs a name of at most {MaxNameLength} printable characters.");
        }

        if (posted.Type == ActivityTypes.Message && string.IsNullOrWhiteSpace(posted.Text) && posted.Value is null && files.Count == 0)
        {
            return DirectLineProblem.BadArgument("The message is empty. Give it text, a value, or files by way of the upload address.");
        }

        var channelData = ChannelData(posted.ChannelData, files);
        if (channelData.ClientActivityId is { } id && (id.Length > MaxClientIdLength || id.Any(char.IsControl)))
        {
            return DirectLineProblem.BadArgument($"The clientActivityID may have {MaxClientIdLength} printable characters.");
        }

        return new InboundActivity(Kept(posted, session, files, channelData), Key(channelData.ClientActivityId));
    }

    private static Activity Kept(
        Activity posted, DirectLineSession session, IReadOnlyList<CheckedFile> files, InboundChannelData channelData) => new()
        {
            Type = posted.Type,
            ChannelId = "webchat",
            From = new ChannelAccount { Id = session.User.UserId, Name = session.UserName, Role = "user" },
            Recipient = Bot,
            Text = posted.Text,
            TextFormat = posted.Text is null ? null : TextFormats.Plain,
            Locale = IsLanguageTag(posted.Locale) ? posted.Locale : null,
            LocalTimezone = KnownTimeZone.Of(posted.LocalTimezone),
            Name = posted.Type == ActivityTypes.Event ? posted.Name : null,
            Value = posted.Value,
            Entities = posted is { Type: ActivityTypes.Event, Name: FeedbackEvent, Entities: { } entities }
                && entities.GetRawText().Length <= MaxValueLength && JsonText.IsWellFormed(entities) ? entities : null,
            Attachments = files.Count == 0 ? null : [.. files.Select(file => file.Attachment)],
            ChannelData = JsonSerializer.SerializeToElement(channelData, DirectLineJson.Default.InboundChannelData),
        };

    private InboundChannelData ChannelData(JsonElement? posted, IReadOnlyList<CheckedFile> files)
    {
        var data = posted is { ValueKind: JsonValueKind.Object } given ? given : default;
        var display = Member(Member(data, "messageBack", JsonValueKind.Object), "displayText", JsonValueKind.String);
        return new InboundChannelData
        {
            ClientActivityId = Member(data, "clientActivityID", JsonValueKind.String) is { ValueKind: JsonValueKind.String } id
                && (JsonText.IsWellFormed(id) ? id.GetString() : Unreadable) is { Length: > 0 } text ? text : null,
            PostBack = Member(data, "postBack", JsonValueKind.True).ValueKind == JsonValueKind.True ? true : null,
            MessageBack = display.ValueKind == JsonValueKind.String && JsonText.IsWellFormed(display) && display.GetString()!.Length <= _maxTextLength
                ? new MessageBack(display.GetString())
                : null,
            AttachmentSizes = files.Count == 0 ? null : [.. files.Select(file => (long)file.Stored.Content.Length)],
        };
    }

    private static JsonElement Member(JsonElement data, string name, JsonValueKind kind) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty(name, out var member) && member.ValueKind == kind ? member : default;

    /// <summary>The prefixes keep a client from using the key of an event that the product makes itself.</summary>
    private static string Key(string? clientActivityId) =>
        clientActivityId is null ? $"post:{Guid.CreateVersion7():N}" : $"client:{clientActivityId}";

    private static bool IsLanguageTag(string? locale) =>
        locale is { Length: > 1 and <= 35 } && locale.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
}

/// <param name="Key">What makes a repeated delivery harmless.</param>
internal sealed record InboundActivity(Activity Activity, string Key);
