namespace SupportBot.Protocol.Connector;

/// <summary>What Teams adds to an activity, as far as the product reads it.</summary>
public sealed record TeamsChannelData
{
    /// <summary>Of a conversation update: <c>teamMemberAdded</c>, <c>channelDeleted</c>, …</summary>
    public string? EventType { get; init; }

    public NamedId? Tenant { get; init; }

    public NamedId? Team { get; init; }

    public NamedId? Channel { get; init; }

    public TeamsInstallationSettings? Settings { get; init; }
}

/// <param name="SelectedChannel">The channel that was chosen when the bot was added to the team.</param>
public sealed record TeamsInstallationSettings(NamedId? SelectedChannel);

public sealed record NamedId(string? Id, string? Name);
