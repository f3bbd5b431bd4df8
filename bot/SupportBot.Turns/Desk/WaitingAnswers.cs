using Microsoft.EntityFrameworkCore;
using SupportBot.Protocol;
using SupportBot.Protocol.Activities;
using SupportBot.Storage;

namespace SupportBot.Turns.Desk;

/// <summary>Answers of agents that were accepted and not passed on, because their case had ended.</summary>
internal sealed class WaitingAnswers(IDbContextFactory<SupportDbContext> contexts)
{
    /// <param name="key">Under which the answer was accepted; whoever names another event gets nothing.</param>
    public async Task<WaitingAnswer?> FindAsync(string conversationId, string key, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var entry = await (
            from accepted in db.Inbox
            join line in db.Transcript on new { accepted.ConversationId, accepted.Sequence } equals new { line.ConversationId, line.Sequence }
            where accepted.ConversationId == conversationId && accepted.Key == key
            select new { line.ActivityJson, line.Sequence }).FirstOrDefaultAsync(cancellationToken);
        if (entry is null)
        {
            return null;
        }

        var activity = ActivityJson.Read(entry.ActivityJson);
        if (AgentAct.Read(activity) is not { Verb: AgentVerb.Answer } act)
        {
            return null;
        }

        var sent = Sent(key).Id;
        var isSent = await db.Transcript.AnyAsync(t => t.ConversationId == conversationId && t.Sequence > entry.Sequence && t.ActivityId == sent, cancellationToken);
        return new WaitingAnswer(activity, act, isSent);
    }

    /// <summary>Kept beside the answer when it is passed on after all, so that it is not passed on twice.</summary>
    public static Activity Sent(string key) => AgentAnswer.To($"sent:{key}", null);
}

/// <param name="Words">As they were accepted.</param>
/// <param name="IsSent">The seller has got it meanwhile.</param>
internal sealed record WaitingAnswer(Activity Words, AgentAct Act, bool IsSent);
