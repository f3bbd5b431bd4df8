using Microsoft.EntityFrameworkCore;
using SupportBot.Accounts.BackOffice;
using SupportBot.Escalation;
using SupportBot.Escalation.Lifecycle;
using SupportBot.Knowledge.Articles;
using SupportBot.Storage;
using SupportBot.Storage.Tickets;
using SupportBot.Turns.Commits;
using SupportBot.Turns.Outbox;
using SupportBot.Turns.Tickets;

namespace SupportBot.Turns.Support;

/// <summary>
/// Where agents ask for what only support can do, from whatever channel. The request, its place in the ticket's history and the work
/// are one commit; the work is done after it, and its result comes into the ticket.
/// </summary>
public sealed class SupportActions(IBackOffice backOffice, CommitQueue commits, IDbContextFactory<SupportDbContext> contexts, TimeProvider clock)
{
    public static IReadOnlyList<string> Known { get; } = [RequestedAction.ReconnectChannel, RequestedAction.RerunVat, RequestedAction.ResetSettlement];

    /// <summary>The same request again answers with the action as it stands now, and does nothing.</summary>
    public async Task<SupportActionAnswer> RequestAsync(SupportActionRequest request, CancellationToken cancellationToken)
    {
        if (WhyInvalid(request) is { } invalid)
        {
            return SupportActionAnswer.Refuse(SupportActionProblem.Invalid, invalid);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var reference = request.Reference.Trim().ToUpperInvariant();
        if (await db.SupportActions.AsNoTracking().FirstOrDefaultAsync(a => a.Key == request.Key, cancellationToken) is { } earlier)
        {
            return Repeated(earlier, reference, request.Action);
        }

        var ticket = await db.Tickets.AsNoTracking().Include(t => t.History).FirstOrDefaultAsync(t => t.Reference == reference, cancellationToken);
        if (ticket is null)
        {
            return SupportActionAnswer.Refuse(SupportActionProblem.UnknownTicket, $"There is no ticket '{request.Reference}'. References look like LMB-7K2Q.");
        }

        if (!backOffice.IsConfigured)
        {
            return SupportActionAnswer.Refuse(
                SupportActionProblem.NotConfigured,
                "This installation is not connected to the Link My Books back office, so nothing was done. Do it in the back office itself, then answer the seller.");
        }

        return (WhyNot(ticket, request) ?? await WhyNotYetAsync(db, ticket, request.Action, cancellationToken)) is { } conflict
            ? SupportActionAnswer.Refuse(SupportActionProblem.Conflict, conflict)
            : await StoreAsync(ticket, request, cancellationToken);
    }

    private async Task<SupportActionAnswer> StoreAsync(Ticket ticket, SupportActionRequest request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var action = new SupportAction
        {
            Key = request.Key,
            TicketReference = ticket.Reference,
            Action = request.Action,
            SellerId = ticket.SellerId!,
            ChannelName = ticket.SalesChannel,
            SettlementId = ticket.SettlementId,
            Reason = request.Reason.Trim(),
            By = request.By.Trim(),
            RequestedAt = now.UtcDateTime,
        };
        var note = new TicketChange(ticket).Note(TicketAuthor.Agent(action.By), $"asked for {SupportActionWords.Name(action.Action)}: {action.Reason}", now).Commit();
        var work = new OutboxWork(SupportActionWorker.Kind, $"ticket:{ticket.Reference}", action.Key).ToItem();
        try
        {
            await commits.CommitAsync(
                CommitUnit.Of(db =>
                {
                    db.SupportActions.Add(action);
                    note(db);
                    db.Outbox.Add(work);
                }),
                cancellationToken);
            return new SupportActionAnswer(action);
        }
        catch (DbUpdateException)
        {
            // Pressed twice at once, or the ticket changed meanwhile.
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            return await db.SupportActions.AsNoTracking().FirstOrDefaultAsync(a => a.Key == request.Key, cancellationToken) is { } earlier
                ? Repeated(earlier, ticket.Reference, request.Action)
                : SupportActionAnswer.Refuse(SupportActionProblem.Conflict, "The ticket was changed at the same moment. Send the request once more.");
        }
    }

    private static SupportActionAnswer Repeated(SupportAction earlier, string reference, string action) =>
        earlier.TicketReference == reference && earlier.Action == action
            ? new SupportActionAnswer(earlier, IsRepeated: true)
            : SupportActionAnswer.Refuse(SupportActionProblem.Conflict, "This key belongs to another request. Use a new one for every request.");

    private static string? WhyInvalid(SupportActionRequest request) =>
        !Known.Contains(request.Action) ? $"There is no action '{request.Action}'. Use one of {string.Join(", ", Known)}."
        : Bad(request.Reason, 1000) ? "Say why in 'reason': it is kept with the action. At most 1,000 characters."
        : Bad(request.By, 100) ? "Say who asks for it in 'by': a name of at most 100 characters."
        : Bad(request.Key, 100) ? "Send a 'key' of at most 100 characters that is new for every request, so that a repeated one acts once."
        : null;

    private static async Task<string?> WhyNotYetAsync(SupportDbContext db, Ticket ticket, string action, CancellationToken cancellationToken)
    {
        var by = await db.SupportActions
            .Where(a => a.TicketReference == ticket.Reference && a.Action == action && a.State == SupportActionState.Requested)
            .Select(a => a.By).FirstOrDefaultAsync(cancellationToken);
        return by is null ? null : $"{by} asked for that a moment ago, and it is being done. Its result will stand in the ticket. You changed nothing.";
    }

    private static string? WhyNot(Ticket ticket, SupportActionRequest request) =>
        WhyNot(ticket, request.Action) ?? (request.Press is var (agent, shown) ? TicketLifecycle.WhyNotAct(ticket, agent, shown) : null);

    private static string? WhyNot(Ticket ticket, string action) =>
        ticket.Status == TicketStatus.Resolved ? $"{ticket.Reference} is resolved. Act on an open ticket."
        : ticket.SellerId is null ? $"{ticket.Reference} belongs to no seller."
        : action == RequestedAction.ReconnectChannel && string.IsNullOrEmpty(ticket.SalesChannel) ? $"{ticket.Reference} names no sales channel to reconnect."
        : action != RequestedAction.ReconnectChannel && string.IsNullOrEmpty(ticket.SettlementId) ? $"{ticket.Reference} names no settlement."
        : null;

    private static bool Bad(string? text, int most) => string.IsNullOrWhiteSpace(text) || text.Length > most;
}
