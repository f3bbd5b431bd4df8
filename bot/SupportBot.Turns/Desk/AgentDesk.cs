using Microsoft.EntityFrameworkCore;
using SupportBot.Protocol;
using SupportBot.Protocol.Activities;
using SupportBot.Storage;
using SupportBot.Storage.Conversations;
using SupportBot.Turns.Inbox;
using SupportBot.Turns.Outbox;

namespace SupportBot.Turns.Desk;

/// <summary>Where a channel hands in what agents do. Accepted means stored, as with everything that arrives.</summary>
public sealed class AgentDesk(EventInbox inbox, ConversationSignals signals, IDbContextFactory<SupportDbContext> contexts)
{
    /// <summary>Whoever pressed a button sees an answer within seconds, or that it is still to come.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>What a turn may still take to be stored: whoever waits may be gone by then.</summary>
    private static readonly TimeSpan ToStore = TimeSpan.FromSeconds(1);

    /// <summary>Another node may run the turn, of which nothing is heard here.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    /// <summary>Returns when an answer to the seller is stored.</summary>
    /// <param name="key">The channel's own name for it: the same again changes nothing. At most 100 characters.</param>
    /// <param name="files">Already checked; the attachments point at them.</param>
    public Task AnswerAsync(
        string conversationId, string key, AgentAct act, string text, IReadOnlyList<Attachment> attachments, IReadOnlyList<StoredFile> files, CancellationToken cancellationToken) =>
        inbox.AcceptAsync(act.ToEvent(conversationId, key, text, attachments.Count == 0 ? null : attachments, files), cancellationToken);

    /// <summary>Stores it and waits for its turn.</summary>
    /// <param name="key">As with <see cref="AnswerAsync"/>; a repeated press gets the answer of the first.</param>
    public async Task<ActOutcome> ActAsync(string conversationId, string key, AgentAct act, CancellationToken cancellationToken)
    {
        // Subscribed before it is stored, so that its turn cannot be missed.
        using var subscription = signals.Subscribe(conversationId);
        var accepted = await inbox.AcceptAsync(act.ToEvent(conversationId, key, null, null, null), cancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            while (true)
            {
                if (await FindAsync(conversationId, accepted.Sequence, key, patience.Token) is { } answer)
                {
                    return answer;
                }

                await subscription.WaitAsync(LookEvery, patience.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ActOutcome.StillToCome();
        }
    }

    /// <summary>Whether nobody waits for the answer any more, so that it has to be said elsewhere.</summary>
    /// <param name="accepted">The act as it was stored.</param>
    internal static bool IsTooLateFor(Activity accepted) => TimeProvider.System.GetUtcNow() - accepted.Timestamp > Patience - ToStore;

    private async Task<ActOutcome?> FindAsync(string conversationId, long after, string key, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var id = AgentAnswer.Id(key);
        var json = await db.Transcript.Where(t => t.ConversationId == conversationId && t.Sequence > after && t.ActivityId == id)
            .Select(t => t.ActivityJson)
            .FirstOrDefaultAsync(cancellationToken);
        return json is null ? null
            : ActivityJson.Read(json).Text is { } words ? new ActOutcome.Refused(words)
            : new ActOutcome.Done();
    }
}

/// <summary>What came of something that an agent did.</summary>
public abstract record ActOutcome
{
    private ActOutcome()
    {
    }

    public sealed record Done : ActOutcome;

    /// <param name="Words">Why nothing was changed.</param>
    public sealed record Refused(string Words) : ActOutcome;

    /// <summary>It is stored and will be done, but not yet.</summary>
    public sealed record StillToCome : ActOutcome;
}
