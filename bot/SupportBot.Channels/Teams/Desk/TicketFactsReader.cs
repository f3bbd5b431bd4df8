using Microsoft.EntityFrameworkCore;
using SupportBot.Cards.Agents;
using SupportBot.Channels.Transcripts;
using SupportBot.Protocol;
using SupportBot.Protocol.Activities;
using SupportBot.Storage;
using SupportBot.Storage.Tickets;

namespace SupportBot.Channels.Teams.Desk;

/// <summary>Reads a ticket as it stands now, and the end of its conversation, in words for the support team.</summary>
internal sealed class TicketFactsReader(IDbContextFactory<SupportDbContext> contexts, TranscriptLinks transcripts, TimeProvider clock)
{
    private const int LastLines = 6;

    /// <returns>The facts without the agents, who are the team's.</returns>
    /// <exception cref="InvalidOperationException">There is no such ticket.</exception>
    public async Task<(Ticket Ticket, TicketFacts Facts)> ReadAsync(string reference, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ticket = await db.Tickets.AsNoTracking().Include(t => t.History).FirstAsync(t => t.Reference == reference, cancellationToken);
        var facts = AgentTicketFormat.Facts(ticket, clock.GetUtcNow()) with
        {
            LastLines = await LastLinesAsync(db, ticket, cancellationToken),
            ConversationPage = transcripts.For(ticket.ConversationId),
        };
        return (ticket, facts);
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
