using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportBot.Dialogs.Engine;
using SupportBot.Dialogs.Results;
using SupportBot.Storage;
using SupportBot.Storage.Conversations;
using SupportBot.Turns.Inbox;

namespace SupportBot.Turns.Cases;

/// <summary>The forwarded cases of a turn: stored, found and solved in the same commit as the message that tells of it.</summary>
internal sealed class TurnCases(IDbContextFactory<SupportDbContext> contexts, IOptions<CaseOptions> options)
{
    private const int BytesOfAnId = 20;

    public DialogInput.CaseOpened Open(DialogEffect.OpenCase open, TurnWork work)
    {
        var profile = work.Profile;
        var id = open.CaseId ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(BytesOfAnId));
        if (open.CaseId is null)
        {
            var row = new ForwardedCase
            {
                Id = id,
                SellerId = profile.SellerId,
                UserId = profile.UserId ?? "",
                UserName = profile.UserName ?? "",
                ConversationId = work.Conversation.Id,
                Problem = ForwardedProblem.Write(open.Problem),
                CreatedAt = work.Now.UtcDateTime,
            };
            work.Changes.Add(db => db.ForwardedCases.Add(row));
        }

        return new DialogInput.CaseOpened(id, open.Problem, options.Value.LinkTo(id, profile.SellerId));
    }

    /// <summary>Only within the account of whoever asks: the id gives no right to another one's case.</summary>
    public async Task<DialogInput.CaseFound> FindAsync(string caseId, TurnWork work, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ForwardedCases.AsNoTracking()
            .FirstOrDefaultAsync(c => c.Id == caseId && c.SellerId == work.Profile.SellerId, cancellationToken) is { } found
                ? new DialogInput.CaseFound(caseId, ForwardedProblem.Read(found.Problem), found.UserName)
                : new DialogInput.CaseFound(caseId, null, null);
    }

    /// <summary>Marks the case as solved, and lets the conversation it came from know. A second time changes nothing.</summary>
    public async Task SolveAsync(string caseId, TurnWork work, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var solved = await db.ForwardedCases.AsNoTracking()
            .FirstOrDefaultAsync(c => c.Id == caseId && c.SellerId == work.Profile.SellerId, cancellationToken);
        if (solved is null or { SolvedAt: not null })
        {
            return;
        }

        work.Changes.Add(writing =>
        {
            var row = writing.Entry(solved);
            row.State = EntityState.Unchanged;
            row.Property(c => c.SolvedAt).CurrentValue = work.Now.UtcDateTime;
            row.Property(c => c.SolvedAt).IsModified = true;
        });
        if (solved.ConversationId != work.Conversation.Id)
        {
            // Due at once, so that whoever looks for what is due wakes that conversation.
            var news = NewEvent.From(
                new InboundEvent(solved.ConversationId, $"case-solved:{caseId}", BotActivities.CaseSolved(caseId)),
                TimeProvider.System.GetUtcNow().UtcDateTime);
            work.FollowUp(news);
        }
    }
}
