using SupportBot.Protocol.Activities;

namespace SupportBot.Channels.Teams;

/// <summary>Where in Teams something happened and who did it. All of it is vouched for by the Connector's token.</summary>
public sealed record TeamsOrigin
{
    /// <summary>What Teams calls the event: the same again is a repeated delivery.</summary>
    public required string ActivityId { get; init; }

    /// <summary>In a channel the thread, <c>19:…@thread.tacv2;messageid=…</c>: the address of replies.</summary>
    public required string ConversationId { get; init; }

    /// <summary>Null where Teams did not say.</summary>
    public required TeamsPlace? Place { get; init; }

    /// <summary>Where the Connector is reached; on the allow-list.</summary>
    public required Uri ServiceUrl { get; init; }

    public required TeamsPerson From { get; init; }

    /// <summary>What the bot is called there.</summary>
    public required ChannelAccount Bot { get; init; }
}

public enum TeamsPlace
{
    Personal,
    GroupChat,
    Channel,
}

/// <param name="Id">Teams' own name for the person, <c>29:…</c>; another one for every bot.</param>
/// <param name="EntraId">The Entra object id; null for a guest of a channel that has none.</param>
public sealed record TeamsPerson(string Id, string? EntraId, string? Name);

/// <summary>What a person wrote, in a thread or to the bot alone.</summary>
public sealed record TeamsMessage
{
    public required TeamsOrigin Origin { get; init; }

    /// <summary>Without the mention of the bot, and trimmed; empty when only pictures came.</summary>
    public required string Text { get; init; }

    /// <summary>How it begins to whoever reads it: without markup, or the mention of anybody. For telling what it is, never to pass on.</summary>
    public required string Unaddressed { get; init; }

    /// <summary>False for a plain reply, which Teams delivers where the app may read the channel's messages.</summary>
    public required bool MentionsBot { get; init; }

    /// <summary>Pictures and files. Teams' HTML copy of the text is left out.</summary>
    public required IReadOnlyList<Attachment> Attachments { get; init; }
}
