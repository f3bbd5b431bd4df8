using SupportBot.Storage.Outbox;
using SupportBot.Turns.Outbox;

namespace SupportBot.Host.SupportApi;

/// <summary>Work towards the outside, such as a settlement to send or a message to deliver.</summary>
/// <param name="State"><c>pending</c> or <c>dead</c>.</param>
/// <param name="AgeSeconds">Since it was promised.</param>
/// <param name="NextAttemptAt">Null when nothing more will be tried.</param>
/// <param name="LastError">A short code; null while nothing went wrong.</param>
internal sealed record OutboxView(
    string Id, string Kind, string State, string? ConversationId, int Attempts, DateTime CreatedAt, long AgeSeconds, DateTime? NextAttemptAt, string? LastError);

internal static class OutboxEndpoint
{
    private const int MostItems = 500;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/outbox", ListAsync)
            .WithSummary("List work towards the outside")
            .WithDescription($"The oldest first, at most {MostItems}. 'state' is pending (waits or runs) or dead (given up; also counted by /health/ready). Default: dead.")
            .Produces<IReadOnlyList<OutboxView>>()
            .ProducesProblem(StatusCodes.Status400BadRequest);

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

    private static OutboxView Show(OutboxItem item) => new(
        item.Id, item.Kind, item.State == OutboxState.Dead ? "dead" : "pending", item.ConversationId, item.Attempts, item.CreatedAt,
        (long)(TimeProvider.System.GetUtcNow().UtcDateTime - item.CreatedAt).TotalSeconds,
        item.State == OutboxState.Dead ? null : item.NextAttemptAt, item.LastError);
}
