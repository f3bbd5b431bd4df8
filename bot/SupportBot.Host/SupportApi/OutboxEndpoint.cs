using SupportBot.Storage.Outbox;
using SupportBot.Turns.Outbox;
using SupportBot.Turns.Tickets;

namespace SupportBot.Host.SupportApi;

/// <summary>Work towards the outside, such as a settlement to send or a message to deliver.</summary>
/// <param name="State"><c>pending</c> or <c>dead</c>.</param>
/// <param name="TicketReference">The ticket that it concerns; null for work of none.</param>
/// <param name="AgeSeconds">Since it was promised.</param>
/// <param name="NextAttemptAt">Null when nothing more will be tried.</param>
/// <param name="LastError">A short code; null while nothing went wrong.</param>
internal sealed record OutboxView(
    string Id, string Kind, string State, string? ConversationId, string? TicketReference, int Attempts, DateTime CreatedAt, long AgeSeconds,
    DateTime? NextAttemptAt, string? LastError);

internal static class OutboxEndpoint
{
    private const int MostItems = 500;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/outbox", ListAsync)
            .WithSummary("List work towards the outside")
            .WithDescription($"The oldest first, at most {MostItems}. 'state' is pending (waits or runs) or dead (given up; also counted by /health/ready). Default: dead.")
            .Produces<IReadOnlyList<OutboxView>>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapPost("/outbox/{id}/retry", RetryAsync)
            .WithSummary("Try work again that was given up")
            .WithDescription("For work in the state dead, once its reason is gone: it is pending again, in its old place among work of the same ticket, and done at once. Answers 202.")
            .Produces(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> ListAsync(string? state, OutboxReader outbox, CancellationToken cancellationToken)
    {
        OutboxState? wanted = state switch
        {
            null or "" or "dead" => OutboxState.Dead,
            "pending" => OutboxState.Pending,
            _ => null,
        };
        if (wanted is not { } known)
        {
            return ApiProblem.BadRequest($"There is no state '{state}'. Use pending or dead, or none for dead.");
        }

        var items = await outbox.ListAsync(known, MostItems, cancellationToken);
        return TypedResults.Json([.. items.Select(Show)], SupportApiJson.Default.IReadOnlyListOutboxView);
    }

    private static async Task<IResult> RetryAsync(string id, OutboxRevival outbox, OutboxReader reader, CancellationToken cancellationToken)
    {
        if (await outbox.ReviveAsync(id, cancellationToken))
        {
            return TypedResults.StatusCode(StatusCodes.Status202Accepted);
        }

        return await reader.ExistsAsync(id, cancellationToken)
            ? ApiProblem.Conflict("Only what was given up can be tried again. This work is done, or tried again by itself: GET /api/outbox?state=pending says when.")
            : ApiProblem.NotFound($"There is no outbox work '{id}'. GET /api/outbox lists what was given up.");
    }

    private static OutboxView Show(OutboxItem item) => new(
        item.Id, item.Kind, item.State == OutboxState.Dead ? "dead" : "pending", item.ConversationId, TicketWork.ReferenceOf(item), item.Attempts, item.CreatedAt,
        (long)(TimeProvider.System.GetUtcNow().UtcDateTime - item.CreatedAt).TotalSeconds,
        item.State == OutboxState.Dead ? null : item.NextAttemptAt, item.LastError);
}
