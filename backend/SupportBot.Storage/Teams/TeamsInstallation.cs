namespace SupportBot.Storage.Teams;

/// <summary>A team that the bot was added to, as its events told. What was removed stays, marked so.</summary>
public sealed class TeamsInstallation
{
    public required string TenantId { get; set; }

    /// <summary>The team's id in Teams, which is also the id of its General channel.</summary>
    public required string TeamId { get; set; }

    /// <summary>The channel that was chosen when the bot was added; the General channel where none was.</summary>
    public required string ChannelId { get; set; }

    /// <summary>Where the Connector is reached; the last one that the team's activities named.</summary>
    public required string ServiceUrl { get; set; }

    /// <summary>What the bot is called there: <c>28:</c> and its app id.</summary>
    public required string BotId { get; set; }

    /// <summary>Real time of the present installation.</summary>
    public DateTime InstalledAt { get; set; }

    /// <summary>When this row was last written; whoever changes it must have read it as it is.</summary>
    public DateTime ChangedAt { get; set; }

    /// <summary>Null while the bot is there.</summary>
    public DateTime? RemovedAt { get; set; }
}
