using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using SupportBot.Storage;
using SupportBot.Storage.Conversations;
using SupportBot.Turns.Outbox;

namespace SupportBot.Host.Health;

/// <summary>Anyone may ask whether the product runs; the answers give nothing away.</summary>
internal static class HealthEndpoints
{
    /// <summary>An accepted event that has waited this long means that turns are not being run.</summary>
    private static readonly TimeSpan TooOld = TimeSpan.FromMinutes(2);

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => TypedResults.Ok(new HealthReport("alive"))).ExcludeFromDescription();
        endpoints.MapGet("/health/ready", ReadyAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ReadyAsync(IDbContextFactory<SupportDbContext> contexts, OutboxReader outbox, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            var acceptedBefore = now - TooOld;
            var stuck = await db.Inbox.AnyAsync(
                e => e.State == InboxState.Pending && e.AcceptedAt < acceptedBefore && (e.DueAt == null || e.DueAt < acceptedBefore),
                cancellationToken);
            if (stuck)
            {
                return TypedResults.Json(new HealthReport("messages are waiting too long"), statusCode: StatusCodes.Status503ServiceUnavailable);
            }

            var waiting = (await outbox.CountWaitingAsync(cancellationToken)).Select(work => WaitingReport.Of(work, now)).ToList();
            var dead = await outbox.CountDeadAsync(cancellationToken);
            return TypedResults.Ok(new HealthReport(dead > 0 ? "degraded" : "ready", dead > 0 ? dead : null, waiting.Count > 0 ? waiting : null));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return TypedResults.Json(new HealthReport("the database cannot be reached"), statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}

/// <param name="GivenUp">Work towards the outside that was given up and waits for a person; null: none.</param>
/// <param name="Waiting">Work towards the outside that is not done yet, by kind; no failure of this host. Null: none.</param>
internal sealed record HealthReport(
    string Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? GivenUp = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<WaitingReport>? Waiting = null);

/// <param name="OldestSeconds">Since the oldest of it was promised.</param>
/// <param name="LastError">Of the oldest, a short code such as <c>busy-503</c>; null while nothing went wrong.</param>
internal sealed record WaitingReport(string Kind, int Count, long OldestSeconds, string? LastError)
{
    public static WaitingReport Of(WaitingWork work, DateTime now) => new(work.Kind, work.Count, Math.Max(0, (long)(now - work.Since).TotalSeconds), work.LastError);
}
