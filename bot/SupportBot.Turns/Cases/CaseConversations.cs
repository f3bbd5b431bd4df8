using Microsoft.EntityFrameworkCore;
using SupportBot.Storage;
using SupportBot.Storage.Conversations;
using SupportBot.Turns.Conversations;

namespace SupportBot.Turns.Cases;

/// <summary>The conversation in which a person talks about a forwarded case. The link shows the way; who it is says the token.</summary>
public sealed class CaseConversations(ConversationDirectory conversations, IDbContextFactory<SupportDbContext> contexts)
{
    public const int LongestCaseId = 64;

    /// <summary>
    /// The id of the person's own open conversation about the case, which for whoever passed it on is the one it came from; else of
    /// a new one, opened now.
    /// </summary>
    public async Task<string> OpenAsync(NewConversation start, CancellationToken cancellationToken)
    {
        if (await FindAsync(start, cancellationToken) is { } known)
        {
            return known;
        }

        await conversations.StartAsync(start, cancellationToken);
        return start.Id;
    }

    private async Task<string?> FindAsync(NewConversation start, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var own = db.Conversations.Where(c =>
            c.SellerId == start.SellerId && c.UserId == start.UserId && c.Channel == start.Channel && c.Owner != ConversationOwner.Closed);
        var origin = db.ForwardedCases.Where(c => c.Id == start.CaseId).Select(c => c.ConversationId);
        return await own.Where(c => c.CaseId == start.CaseId || origin.Contains(c.Id))
            .OrderByDescending(c => c.LastActivityAt)
            .Select(c => c.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
