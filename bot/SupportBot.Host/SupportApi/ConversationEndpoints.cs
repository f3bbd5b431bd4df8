using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportBot.Escalation;
using SupportBot.Storage;
using SupportBot.Turns.Conversations;

namespace SupportBot.Host.SupportApi;

internal static class ConversationEndpoints
{
    private const int MostConversations = 500;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/conversations", ListAsync)
            .WithSummary("List conversations")
            .WithDescription(
                $"The conversations of the seller 'sellerId', the one spoken in last first, at most {MostConversations}; or the one to which the mail "
                + "with the Message-ID 'messageId' belongs, received or sent. An empty list where there is none.")
            .Produces<IReadOnlyList<ConversationSummary>>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/conversations/{conversationId}", FindAsync)
            .WithSummary("Show a conversation")
            .WithDescription(
                "With every activity in order, as it went over the wire. 'outcome' is verified (a check passed, or the document was read back), "
                + "claimed-not-verified, escalated, abandoned (a problem was left unsolved for a day), or null.")
            .Produces<ConversationView>()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(
        string? sellerId, string? messageId, IDbContextFactory<SupportDbContext> contexts, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(messageId))
        {
            // Nothing is taken in by mail, so no Message-ID is known.
            return TypedResults.Json([], SupportApiJson.Default.IReadOnlyListConversationSummary);
        }

        if (string.IsNullOrWhiteSpace(sellerId))
        {
            return ApiProblem.BadRequest("Say whose conversations: add ?sellerId= or ?messageId=.");
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var conversations = await db.Conversations.AsNoTracking()
            .Where(c => c.SellerId == sellerId)
            .OrderByDescending(c => c.LastActivityAt).ThenBy(c => c.Id)
            .Take(MostConversations)
            .ToListAsync(cancellationToken);
        return TypedResults.Json(
            [.. conversations.Select(ConversationSummary.Of)], SupportApiJson.Default.IReadOnlyListConversationSummary);
    }

    private static async Task<IResult> FindAsync(
        string conversationId, IDbContextFactory<SupportDbContext> contexts, Transcript transcript, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var conversation = await db.Conversations.AsNoTracking().FirstOrDefaultAsync(c => c.Id == conversationId, cancellationToken);
        if (conversation is null)
        {
            return ApiProblem.NotFound($"There is no conversation '{conversationId}'. List a seller's with /api/conversations?sellerId=.");
        }

        var view = new ConversationView(
            conversation.Id,
            TicketView.NameOf(conversation.Channel),
            conversation.SellerId,
            conversation.UserId,
            OwnerName.Of(conversation),
            OutcomeName.Of(conversation, TimeProvider.System.GetUtcNow().UtcDateTime),
            await ActivitiesAsync(conversationId, transcript, cancellationToken));
        return TypedResults.Json(view, SupportApiJson.Default.ConversationView);
    }

    private static async Task<List<JsonElement>> ActivitiesAsync(string conversationId, Transcript transcript, CancellationToken cancellationToken)
    {
        var activities = new List<JsonElement>();
        await foreach (var line in transcript.ReadAllAsync(conversationId, cancellationToken))
        {
            activities.Add(JsonSerializer.Deserialize(line.ActivityJson, SupportApiJson.Default.JsonElement));
        }

        return activities;
    }
}
