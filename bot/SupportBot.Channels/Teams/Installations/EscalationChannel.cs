using SupportBot.Channels.Teams.Desk;

namespace SupportBot.Channels.Teams.Installations;

/// <summary>The support team's channel: where threads are begun.</summary>
/// <param name="TenantId">Null where neither settings nor an installation say it.</param>
/// <param name="TeamId">Whose members are the agents; null where only the channel is known.</param>
/// <param name="BotId">What the bot is called there.</param>
public sealed record EscalationChannel(Uri ServiceUrl, string ChannelId, string? TeamId, string? TenantId, string? BotId)
{
    /// <summary>Whom to ask for the members of the team.</summary>
    internal TeamRoster Roster => new(ServiceUrl, TeamId ?? ChannelId);
}
