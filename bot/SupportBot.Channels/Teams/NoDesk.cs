using SupportBot.Protocol.Connector;

namespace SupportBot.Channels.Teams;

/// <summary>Where no desk is set up, no thread is a ticket's.</summary>
internal sealed class NoDesk : ITeamsDesk
{
    public Task<TeamsReceipt> ReceiveAsync(TeamsMessage message, CancellationToken cancellationToken) => Task.FromResult(TeamsReceipt.NoCase);

    public Task<CardActionResponse?> TryActAsync(TeamsCardAction action, CancellationToken cancellationToken) =>
        Task.FromResult<CardActionResponse?>(null);
}
