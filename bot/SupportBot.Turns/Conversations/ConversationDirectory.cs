using Microsoft.EntityFrameworkCore;
using SupportBot.Protocol.Activities;
using SupportBot.Storage;
using SupportBot.Storage.Conversations;
using SupportBot.Turns.Commits;
using SupportBot.Turns.Inbox;

namespace SupportBot.Turns.Conversations;

/// <summary>A conversation that a channel opens for a signed-in person.</summary>
/// <param name="Id">Unguessable, at most 64 characters.</param>
/// <param name="CaseId">The forwarded case whose link the person followed; at most 64 characters, and perhaps no such case.</param>
/// <param name="TimeZone">Where the person is, as <see cref="KnownTimeZone"/> has it.</param>
public sealed record NewConversation(
    string Id, ConversationChannel Channel, string SellerId, string UserId, string? CaseId = null, string? TimeZone = null);

/// <summary>Opens and finds conversations.</summary>
public sealed class ConversationDirectory(
    CommitQueue commits, TurnRunner turns, IDbContextFactory<SupportDbContext> contexts)
{
    /// <summary>
    /// Opens the conversation and greets, once: the greeting is the turn of a conversationUpdate that is stored with it.
    /// False when it was open already; then nothing changes.
    /// </summary>
    public async Task<bool> StartAsync(NewConversation start, CancellationToken cancellationToken)
    {
        if (await FindAsync(start.Id, cancellationToken) is not null)
        {
            return false;
        }

        var opened = NewEvent.From(
            new InboundEvent(start.Id, "conversationUpdate", new Activity { Type = ActivityTypes.ConversationUpdate }));
        try
        {
            await commits.CommitAsync(
                new CommitUnit(start.Id, [opened.Entry], db =>
                {
                    db.Conversations.Add(new Conversation
                    {
                        Id = start.Id,
                        Channel = start.Channel,
                        SellerId = start.SellerId,
                        UserId = start.UserId,
                        CaseId = start.CaseId,
                        TimeZone = start.TimeZone,
                        CreatedAt = opened.AcceptedAt,
                        LastActivityAt = opened.AcceptedAt,
                    });
                    opened.AddTo(db);
                }),
                cancellationToken);
        }
        catch (DbUpdateException)
        {
            if (await FindAsync(start.Id, cancellationToken) is not null)
            {
                return false;
            }

            throw;
        }

        turns.Wake(start.Id);
        return true;
    }

    /// <summary>Null when there is no such conversation.</summary>
    public async Task<Conversation?> FindAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Conversations.AsNoTracking().FirstOrDefaultAsync(c => c.Id == conversationId, cancellationToken);
    }

    /// <summary>The person's latest conversation on a channel that is not closed; null when there is none.</summary>
    public async Task<Conversation?> FindLatestOpenAsync(
        string sellerId, string userId, ConversationChannel channel, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Conversations.AsNoTracking()
            .Where(c => c.SellerId == sellerId && c.UserId == userId && c.Channel == channel && c.Owner != ConversationOwner.Closed)
            .OrderByDescending(c => c.LastActivityAt)
            .ThenByDescending(c => c.CreatedAt)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
