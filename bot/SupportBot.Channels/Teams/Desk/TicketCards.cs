using System.Text.Json;
using SupportBot.Cards.Agents;
using SupportBot.Escalation;
using SupportBot.Storage.Tickets;

namespace SupportBot.Channels.Teams.Desk;

/// <summary>Draws tickets as they stand now.</summary>
internal sealed class TicketCards(TicketFactsReader tickets, AgentRoster roster)
{
    /// <param name="team">Whose members the ticket can be given to.</param>
    /// <exception cref="InvalidOperationException">There is no such ticket.</exception>
    public async Task<DrawnCard> DrawAsync(string reference, TeamRoster team, CancellationToken cancellationToken)
    {
        var (ticket, facts) = await tickets.ReadAsync(reference, cancellationToken);
        var card = AgentTicketCard.Create(facts with { Agents = LikeliestFirst(await roster.ListAsync(team, cancellationToken), ticket) });
        return new DrawnCard(card.ToJson(), ticket.Version, $"{reference}: {facts.Headline}");
    }

    /// <summary>Who has dealt with it before, then the others; not who has it.</summary>
    private static IReadOnlyList<AgentChoice> LikeliestFirst(IReadOnlyList<AgentChoice> agents, Ticket ticket)
    {
        var owner = ticket.Status == TicketStatus.Claimed ? ticket.AgentId : null;
        var acted = ticket.History.Select(done => done.By).ToHashSet(StringComparer.Ordinal);
        return [.. agents.Where(agent => !agent.Id.Equals(owner, StringComparison.OrdinalIgnoreCase)).OrderByDescending(agent => acted.Contains(TicketAuthor.Agent(agent.Name)))];
    }
}

/// <param name="Version">The ticket's version that it shows.</param>
/// <param name="Summary">The same in a few words.</param>
internal sealed record DrawnCard(JsonElement Json, long Version, string Summary);
