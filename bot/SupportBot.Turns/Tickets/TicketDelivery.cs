using Microsoft.EntityFrameworkCore;
using SupportBot.Storage;

namespace SupportBot.Turns.Tickets;

/// <summary>Whether tickets have arrived where the support team works.</summary>
internal sealed class TicketDelivery(IDbContextFactory<SupportDbContext> contexts)
{
    public async Task<bool> HasReachedTeamAsync(string reference, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.TicketThreads.AnyAsync(t => t.TicketReference == reference, cancellationToken);
    }
}
