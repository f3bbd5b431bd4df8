namespace SupportBot.Channels.Teams;

/// <summary>Where escalations go, section <c>Teams</c>. What is not set is learnt from the bot's installation.</summary>
public sealed record TeamsOptions
{
    public const string Section = "Teams";

    /// <summary>The Connector's address, such as <c>https://smba.trafficmanager.net/emea/</c>.</summary>
    public Uri? ServiceUrl { get; init; }

    /// <summary>The team's id in Teams, <c>19:…@thread.tacv2</c>: of several teams that have the bot, the one that supports.</summary>
    public string? TeamId { get; init; }

    /// <summary>The channel's id, <c>19:…@thread.tacv2</c>. Default: the one chosen when the bot was added, else General.</summary>
    public string? ChannelId { get; init; }
}
