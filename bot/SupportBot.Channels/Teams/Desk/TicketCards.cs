using System.Text.Json;
using SupportBot.Cards.Agents;

namespace SupportBot.Channels.Teams.Desk;

/// <summary>Draws tickets as they stand now.</summary>
internal sealed class TicketCards(TicketFactsReader tickets, AgentRoster roster)
{
    /// <param name="team">Whose members the ticket can be given to.</param>
    /// <exception cref="InvalidOperationException">There is no such ticket.</exception>
    public async Task<DrawnCard> DrawAsync(string reference, TeamRoster team, CancellationToken cancellationToken)
    {
        var (ticket, facts) = await tickets.ReadAsync(reference, cancellationToken);
        var card = AgentTicketCard.Create(facts with { Agents = await roster.ListAsync(team, cancellationToken) });
        return new DrawnCard(card.ToJson(), ticket.Version, $"{reference}: {facts.Headline}");
    }
}

/// <param name="Version">The ticket's version that it shows.</param>
/// <param name="Summary">The same in a few words.</param>
internal sealed record DrawnCard(JsonElement Json, long Version, string Summary);
