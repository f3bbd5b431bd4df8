using Microsoft.EntityFrameworkCore;
using SupportBot.Escalation;
using SupportBot.Storage;
using SupportBot.Storage.Tickets;

namespace SupportBot.Host.SupportApi;

internal static class TicketEndpoints
{
    /// <summary>The newest are what anybody asks for; older ones are found by their reference.</summary>
    private const int MostTickets = 500;

    private static readonly Dictionary<string, TicketStatus> s_statuses = Enum.GetValues<TicketStatus>().ToDictionary(TicketView.NameOf);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/tickets", ListAsync)
            .WithSummary("List tickets")
            .WithDescription($"Newest first, at most {MostTickets}. 'status' is one of {string.Join(", ", s_statuses.Keys)}; without it, tickets of every status.")
            .Produces<IReadOnlyList<TicketView>>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/tickets/{reference}", FindAsync)
            .WithSummary("Show a ticket")
            .WithDescription("By the reference that the seller was given, such as LMB-7K2Q; case does not matter.")
            .Produces<TicketView>()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(string? status, IDbContextFactory<SupportDbContext> contexts, CancellationToken cancellationToken)
    {
        TicketStatus? wanted = null;
        if (!string.IsNullOrWhiteSpace(status))
        {
            if (!s_statuses.TryGetValue(status, out var known))
            {
                return ApiProblem.BadRequest($"There is no status '{status}'. Use one of {string.Join(", ", s_statuses.Keys)}, or none for all tickets.");
            }

            wanted = known;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var tickets = await db.Tickets.AsNoTracking()
            .Where(t => wanted == null || t.Status == wanted)
            .OrderByDescending(t => t.CreatedAt).ThenBy(t => t.Reference)
            .Take(MostTickets)
            .Include(t => t.History)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        return TypedResults.Json([.. tickets.Select(TicketView.Of)], TicketJson.Default.IReadOnlyListTicketView);
    }

    private static async Task<IResult> FindAsync(string reference, IDbContextFactory<SupportDbContext> contexts, CancellationToken cancellationToken)
    {
        var written = reference.Trim().ToUpperInvariant();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ticket = await db.Tickets.AsNoTracking().Include(t => t.History).FirstOrDefaultAsync(t => t.Reference == written, cancellationToken);
        return ticket is null
            ? ApiProblem.NotFound($"There is no ticket '{reference}'. References look like LMB-7K2Q.")
            : TypedResults.Json(TicketView.Of(ticket), TicketJson.Default.TicketView);
    }
}
