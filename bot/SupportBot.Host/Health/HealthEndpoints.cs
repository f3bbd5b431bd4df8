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
            return stuck
                ? TypedResults.Json(new HealthReport("messages are waiting too long"), statusCode: StatusCodes.Status503ServiceUnavailable)
                : TypedResults.Ok(await outbox.CountDeadAsync(cancellationToken) is > 0 and var dead ? new HealthReport("degraded", dead) : new HealthReport("ready"));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return TypedResults.Json(new HealthReport("the database cannot be reached"), statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}

/// <param name="GivenUp">Work towards the outside that was given up and waits for a person; null: none.</param>
internal sealed record HealthReport(string Status, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? GivenUp = null);
