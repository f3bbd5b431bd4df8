using SupportBot.Protocol.Activities;
using SupportBot.Protocol.Connector;

namespace SupportBot.Channels.Connector.Admission;

/// <summary>An activity whose sender was checked, with what every reader needs taken out of it.</summary>
/// <param name="Activity">Has a type, a channel id, and a conversation with an id.</param>
/// <param name="ServiceUrl">On the allow-list.</param>
/// <param name="TenantId">Null on channels that know no tenants; never in Teams.</param>
/// <param name="ChannelData">Null where it is none of Teams'.</param>
internal sealed record AdmittedActivity(Activity Activity, Uri ServiceUrl, string? TenantId, TeamsChannelData? ChannelData)
{
    public bool IsTeams => Activity.ChannelId == ChannelIds.Teams;
}

internal static class ChannelIds
{
    public const string Teams = "msteams";
}
