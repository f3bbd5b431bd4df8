using Microsoft.Extensions.DependencyInjection;
using SupportBot.Channels.Connector.Delivery;
using SupportBot.Turns.Outbox;
using SupportBot.Turns.Tickets;

namespace SupportBot.Channels.Teams.Desk;

public static class TeamsDeskServices
{
    /// <summary>The support team works in Teams. Needs turns, escalation and the Connector; register before it.</summary>
    public static IServiceCollection AddTeamsDesk(this IServiceCollection services) => services
        .AddSingleton(provider => new TeamMembers(provider.GetRequiredService<ConnectorClient>(), TimeProvider.System)) // Also where a demo's clock stands still.
        .AddSingleton<AgentRoster>()
        .AddSingleton<AgentFiles>()
        .AddSingleton<TicketFactsReader>()
        .AddSingleton<TicketCards>()
        .AddSingleton<TicketThreads>()
        .AddSingleton<TicketPosts>()
        .AddSingleton<CardPresses>()
        .AddSingleton<ITeamsDesk, TeamsDesk>()
        .AddKeyedSingleton<IOutboxWorker, TicketCardWorker>(TicketWork.CardKind)
        .AddKeyedSingleton<IOutboxWorker, TicketPostWorker>(TicketWork.PostKind);
}
