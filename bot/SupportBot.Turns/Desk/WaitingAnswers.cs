using Microsoft.EntityFrameworkCore;
using SupportBot.Protocol;
using SupportBot.Protocol.Activities;
using SupportBot.Storage;

namespace SupportBot.Turns.Desk;

/// <summary>Answers of agents that were accepted and not passed on, because their case had ended.</summary>
internal sealed class WaitingAnswers(IDbContextFactory<SupportDbContext> contexts)
{
    /// <param name="key">Under which the answer was accepted; whoever names another event gets nothing.</param>
    public async Task<(Activity? Answer, AgentAct? Act)> FindAsync(string conversationId, string key, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var json = await (
            from accepted in db.Inbox
            join entry in db.Transcript on new { accepted.ConversationId, accepted.Sequence } equals new { entry.ConversationId, entry.Sequence }
            where accepted.ConversationId == conversationId && accepted.Key == key
            select entry.ActivityJson).FirstOrDefaultAsync(cancellationToken);
        return json is not null && ActivityJson.Read(json) is var activity && AgentAct.Read(activity) is { Verb: AgentVerb.Answer } act ? (activity, act) : (null, null);
    }
}
