using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportBot.Protocol.Activities;

/// <summary>
/// A Bot Framework activity. Fields that are not listed survive a round trip in <see cref="Extensions"/>.
/// Source: microsoft/botframework-sdk, specs/botframework-activity/botframework-activity.md.
/// </summary>
public sealed record Activity
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    /// <summary>Written in UTC, with a Z.</summary>
    [JsonConverter(typeof(UtcTimeConverter))]
    public DateTimeOffset? Timestamp { get; init; }

    public string? ChannelId { get; init; }

    public string? ServiceUrl { get; init; }

    public ChannelAccount? From { get; init; }

    public ChannelAccount? Recipient { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public string? ReplyToId { get; init; }

    public string? Locale { get; init; }

    /// <summary>IANA name of the sender's time zone, such as <c>Europe/London</c>.</summary>
    public string? LocalTimezone { get; init; }

    public string? Text { get; init; }

    /// <summary><see cref="TextFormats"/>; absent means Markdown to Web Chat.</summary>
    public string? TextFormat { get; init; }

    public string? Speak { get; init; }

    public string? InputHint { get; init; }

    /// <summary>The name of an event or invoke.</summary>
    public string? Name { get; init; }

    /// <summary>What a card action or an event carries.</summary>
    public JsonElement? Value { get; init; }

    public IReadOnlyList<Attachment>? Attachments { get; init; }

    public SuggestedActions? SuggestedActions { get; init; }

    public JsonElement? Entities { get; init; }

    public JsonElement? ChannelData { get; init; }

    /// <summary><see cref="DeliveryModes"/>; absent means normal.</summary>
    public string? DeliveryMode { get; init; }

    /// <summary>Of a conversation update.</summary>
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    /// <summary>Of a conversation update.</summary>
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }

    /// <summary>Of an installation update: <c>add</c>, <c>remove</c>, or the same with <c>-upgrade</c>.</summary>
    public string? Action { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extensions { get; set; }
}

public static class ActivityTypes
{
    public const string Message = "message";
    public const string Event = "event";
    public const string Typing = "typing";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string Invoke = "invoke";
}

public static class DeliveryModes
{
    public const string Normal = "normal";
    public const string Notification = "notification";

    /// <summary>The answers are wanted in the response, not as calls of their own.</summary>
    public const string ExpectReplies = "expectReplies";
}

public static class TextFormats
{
    public const string Plain = "plain";
    public const string Markdown = "markdown";
}

/// <summary>A person or bot on a channel. <see cref="Role"/> is <c>user</c> or <c>bot</c>.</summary>
public sealed record ChannelAccount
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Role { get; init; }

    /// <summary>The person's Entra object id, where the channel has one.</summary>
    public string? AadObjectId { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extensions { get; set; }
}

public sealed record ConversationAccount
{
    /// <summary>In a Teams channel the thread: <c>19:…@thread.tacv2;messageid=…</c>.</summary>
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary>In Teams <c>personal</c>, <c>groupChat</c> or <c>channel</c>.</summary>
    public string? ConversationType { get; init; }

    public string? TenantId { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extensions { get; set; }
}

public sealed record Attachment
{
    /// <summary>The content type of <see cref="Content"/> that is an Adaptive Card.</summary>
    public const string AdaptiveCardType = "application/vnd.microsoft.card.adaptive";

    public string? ContentType { get; init; }

    public string? ContentUrl { get; init; }

    public JsonElement? Content { get; init; }

    public string? Name { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extensions { get; set; }
}

public sealed record SuggestedActions
{
    public IReadOnlyList<string> To { get; init; } = [];

    public IReadOnlyList<CardAction> Actions { get; init; } = [];
}

/// <summary>A button outside an Adaptive Card. <see cref="Type"/> <c>imBack</c> sends <see cref="Value"/> as a visible message.</summary>
public sealed record CardAction
{
    public const string ImBack = "imBack";

    public required string Type { get; init; }

    public required string Title { get; init; }

    public required string Value { get; init; }
}
