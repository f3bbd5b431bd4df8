using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportBot.Cards.Agents;
using SupportBot.Channels.Transcripts;
using SupportBot.Protocol;
using SupportBot.Protocol.Activities;
using SupportBot.Storage;
using SupportBot.Storage.Tickets;

namespace SupportBot.Channels.Teams.Desk;

/// <summary>Draws tickets as they stand now.</summary>
internal sealed class TicketCards(IDbContextFactory<SupportDbContext> contexts, AgentRoster roster, TranscriptLinks transcripts, TimeProvider clock)
{
    private const int LastLines = 6;

    /// <param name="team">Whose members the ticket can be given to.</param>
    /// <exception cref="InvalidOperationException">There is no such ticket.</exception>
    public async Task<DrawnCard> DrawAsync(string reference, TeamRoster team, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ticket = await db.Tickets.AsNoTracking().Include(t => t.History).FirstAsync(t => t.Reference == reference, cancellationToken);
        var facts = AgentTicketFormat.Facts(ticket, clock.GetUtcNow()) with
        {
            LastLines = await LastLinesAsync(db, ticket, cancellationToken),
            ConversationPage = transcripts.For(ticket.ConversationId),
            Agents = await roster.ListAsync(team, cancellationToken),
        };
        return new DrawnCard(AgentTicketCard.Create(facts).ToJson(), ticket.Version, $"{reference}: {facts.Headline}");
    }

    private static async Task<IReadOnlyList<SaidLine>> LastLinesAsync(SupportDbContext db, Ticket ticket, CancellationToken cancellationToken)
    {
        var lines = await db.Transcript
            .Where(t => t.ConversationId == ticket.ConversationId && t.Type == ActivityTypes.Message)
            .OrderByDescending(t => t.Sequence)
            .Take(LastLines)
            .Select(t => t.ActivityJson)
            .ToListAsync(cancellationToken);
        return [.. lines.AsEnumerable().Reverse().Select(json => Line(ActivityJson.Read(json), ticket))];
    }

    private static SaidLine Line(Activity activity, Ticket ticket) => new(
        activity.From?.Role == "user" ? ticket.UserName ?? ticket.SellerName ?? "Seller" : activity.From?.Name ?? "SupportBot",
        activity.Text is { Length: > 0 } words ? words
            : activity.Attachments is { Count: > 0 } files ? string.Join(", ", files.Select(file => file.Name ?? "a card"))
            : "pressed a button");
}

/// <param name="Version">The ticket's version that it shows.</param>
/// <param name="Summary">The same in a few words.</param>
internal sealed record DrawnCard(JsonElement Json, long Version, string Summary);
