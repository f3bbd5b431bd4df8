using SupportBot.Channels.Connector.Admission;
using SupportBot.Protocol.Activities;

namespace SupportBot.Channels.Teams.Installations;

/// <summary>What an activity says about where the bot is installed.</summary>
/// <param name="ChannelId">The channel that was chosen, or that is gone; null where none is named.</param>
internal sealed record InstallationChange(InstallationChangeKind Kind, string TeamId, string? ChannelId)
{
    /// <summary>Null for what happens outside teams.</summary>
    public static InstallationChange? Of(AdmittedActivity admitted)
    {
        var (activity, data) = (admitted.Activity, admitted.ChannelData);
        if (TeamOf(admitted) is not { } teamId)
        {
            return null;
        }

        return activity.Type switch
        {
            ActivityTypes.InstallationUpdate => activity.Action switch
            {
                "add" or "add-upgrade" => new(InstallationChangeKind.Present, teamId, data?.Settings?.SelectedChannel?.Id),
                "remove" or "remove-upgrade" => new(InstallationChangeKind.Gone, teamId, null),
                _ => null,
            },
            ActivityTypes.ConversationUpdate => OfUpdate(admitted, teamId),
            _ => new(InstallationChangeKind.Seen, teamId, null),
        };
    }

    private static InstallationChange? OfUpdate(AdmittedActivity admitted, string teamId)
    {
        var (activity, data) = (admitted.Activity, admitted.ChannelData);
        return data?.EventType switch
        {
            "teamDeleted" or "teamHardDeleted" => new(InstallationChangeKind.Gone, teamId, null),
            "teamRestored" => new(InstallationChangeKind.Present, teamId, null),
            "channelDeleted" when data.Channel?.Id is { } channelId => new(InstallationChangeKind.ChannelGone, teamId, channelId),
            "teamMemberAdded" or null when HasBot(activity.MembersAdded, activity) =>
                new(InstallationChangeKind.Present, teamId, data?.Settings?.SelectedChannel?.Id),
            "teamMemberRemoved" or null when HasBot(activity.MembersRemoved, activity) => new(InstallationChangeKind.Gone, teamId, null),
            _ => null,
        };
    }

    private static bool HasBot(IReadOnlyList<ChannelAccount>? members, Activity activity) =>
        activity.Recipient?.Id is { } bot && members?.Any(member => member.Id == bot) == true;

    private static string? TeamOf(AdmittedActivity admitted)
    {
        if (admitted.ChannelData?.Team?.Id is { Length: > 0 } teamId)
        {
            return teamId;
        }

        // Without the team's own id, the General channel's: they are the same.
        var conversation = admitted.Activity.Conversation!;
        return conversation.ConversationType == "channel" ? conversation.Id!.Split(';')[0] : null;
    }
}

internal enum InstallationChangeKind
{
    Present,
    Gone,
    ChannelGone,

    /// <summary>Nothing changed but perhaps the address of the Connector.</summary>
    Seen,
}
