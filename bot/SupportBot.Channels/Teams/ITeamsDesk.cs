using SupportBot.Protocol.Connector;

namespace SupportBot.Channels.Teams;

/// <summary>
/// Takes what agents do in Teams. Both calls return only when it is stored, because Teams is then told that it arrived; both may
/// come again with the same <see cref="TeamsOrigin.ActivityId"/>, which must change nothing.
/// </summary>
public interface ITeamsDesk
{
    Task<TeamsReceipt> ReceiveAsync(TeamsMessage message, CancellationToken cancellationToken);

    /// <returns>
    /// What the person who pressed sees, within seconds; null when the card belongs to no ticket. The answer to a Submit, which
    /// has no response of its own, is sent after it: a card as an update, words as a reply.
    /// </returns>
    Task<CardActionResponse?> TryActAsync(TeamsCardAction action, CancellationToken cancellationToken);
}

public enum TeamsReceipt
{
    Taken,

    /// <summary>The message belongs to no ticket: the person is told so, in words that this channel has ready.</summary>
    NoCase,

    /// <summary>It cannot be found out now whether the person may say it. Nothing was done; Teams is to deliver it again.</summary>
    NotNow,
}
