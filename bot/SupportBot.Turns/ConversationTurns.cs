using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SupportBot.Protocol;
using SupportBot.Protocol.Activities;
using SupportBot.Storage;
using SupportBot.Storage.Conversations;
using SupportBot.Turns.Commits;
using SupportBot.Turns.Desk;
using SupportBot.Turns.Tickets;

namespace SupportBot.Turns;

/// <summary>
/// Works off one conversation: reads its state and what is pending, runs a turn for each event, commits each turn at once. A
/// commit that finds another version throws the turn's result away and reads anew; nothing has been sent by then.
/// </summary>
internal sealed partial class ConversationTurns(
    IDbContextFactory<SupportDbContext> contexts,
    SellerTurn sellerTurn,
    DeskTurn deskTurn,
    WatchTurn watchTurn,
    CommitQueue commits,
    ILogger<ConversationTurns> log)
{
    /// <summary>After this many failed or interrupted runs an event is given up: a neutral message, a reference, a ticket.</summary>
    private const int MaxAttempts = 3;

    /// <summary>And after so many more, when even giving up fails, it is put aside: what waits behind it must not wait for ever.</summary>
    private const int MaxGiveUps = 3;

    /// <summary>Another turn was quicker: that is over at once, or something is wrong that a pause does no harm to.</summary>
    private const int MaxQuickConflicts = 10;

    /// <summary>Times the attempt: what fails because something else is briefly away should not use up its attempts at once.</summary>
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(300);

    private static readonly Func<SupportDbContext, string, Task<Conversation?>> ReadConversation =
        EF.CompileAsyncQuery((SupportDbContext db, string id) => db.Conversations.AsNoTracking().FirstOrDefault(c => c.Id == id));

    private static readonly Func<SupportDbContext, string, DateTime, IAsyncEnumerable<PendingEvent>> ReadPending =
        EF.CompileAsyncQuery((SupportDbContext db, string id, DateTime now) =>
            from pending in db.Inbox
            join entry in db.Transcript on new { pending.ConversationId, pending.Sequence } equals new { entry.ConversationId, entry.Sequence }
            where pending.ConversationId == id && pending.State == InboxState.Pending && (pending.DueAt == null || pending.DueAt <= now)
            orderby pending.Sequence
            select new PendingEvent(pending.Key, pending.Attempts, entry.ActivityJson));

    /// <summary>Two reads, then one commit for each event.</summary>
    public async Task RunPendingAsync(string conversationId, CancellationToken stopping)
    {
        for (var tries = 1; !await TryRunPendingAsync(conversationId, stopping); tries++)
        {
            stopping.ThrowIfCancellationRequested();
            if (tries > MaxQuickConflicts)
            {
                await Task.Delay(RetryAfter, stopping);
            }
        }
    }

    /// <summary>False when state that was read is no longer true.</summary>
    private async Task<bool> TryRunPendingAsync(string conversationId, CancellationToken stopping)
    {
        Conversation? conversation;
        var pending = new List<PendingEvent>();
        await using (var db = await contexts.CreateDbContextAsync(stopping))
        {
            conversation = await ReadConversation(db, conversationId);
            await foreach (var one in ReadPending(db, conversationId, TimeProvider.System.GetUtcNow().UtcDateTime).WithCancellation(stopping))
            {
                pending.Add(one);
            }
        }

        if (conversation is null)
        {
            return true;
        }

        foreach (var one in pending)
        {
            stopping.ThrowIfCancellationRequested();
            if (!await TryRunAsync(conversation, one, stopping))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>False when the turn was not committed and the conversation must be read anew.</summary>
    private async Task<bool> TryRunAsync(Conversation conversation, PendingEvent one, CancellationToken stopping)
    {
        try
        {
            var activity = ActivityJson.Read(one.ActivityJson);
            var result = one.Attempts < MaxAttempts ? await RunAsync(conversation, one, activity, stopping)
                : one.Attempts < MaxAttempts + MaxGiveUps ? await GiveUpAsync(conversation, one, activity, stopping)
                : TurnResult.Nothing;
            await CommitAsync(conversation, one, result, stopping);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            LogConflict(conversation.Id);
            return false;
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            LogTurnFailed(exception, conversation.Id, one.Attempts + 1);
            await CountAttemptAsync(conversation.Id, one.Key);
            await Task.Delay(RetryAfter * (one.Attempts + 1), stopping);
            return false;
        }
    }

    private Task<TurnResult> RunAsync(Conversation conversation, PendingEvent one, Activity activity, CancellationToken stopping) =>
        AgentAct.Read(activity) is { } act ? deskTurn.RunAsync(conversation, one.Key, activity, act, one.Attempts + 1, stopping)
        : TicketWatch.Read(activity) is { } watch ? watchTurn.RunAsync(conversation, activity, watch, one.Attempts + 1, stopping)
        : sellerTurn.RunAsync(conversation, activity, one.Attempts + 1, stopping);

    private async Task<TurnResult> GiveUpAsync(Conversation conversation, PendingEvent one, Activity activity, CancellationToken stopping)
    {
        if (AgentAct.Read(activity) is { } act)
        {
            return DeskTurn.GiveUp(conversation, one.Key, activity, act);
        }

        // Nobody waits for a look that could not be made; the log tells of it.
        return TicketWatch.Read(activity) is not null ? TurnResult.Nothing : await sellerTurn.GiveUpAsync(conversation, activity, one.Attempts + 1, stopping);
    }

    private Task CommitAsync(Conversation conversation, PendingEvent one, TurnResult result, CancellationToken stopping)
    {
        var versionRead = conversation.Version;
        conversation.Version++;
        return commits.CommitAsync(
            new CommitUnit(conversation.Id, result.Entries, db =>
            {
                db.Entry(conversation).State = EntityState.Modified;
                db.Entry(conversation).Property(c => c.Version).OriginalValue = versionRead;
                var done = db.Attach(new InboxEvent { ConversationId = conversation.Id, Key = one.Key });
                done.Entity.State = one.Attempts < MaxAttempts ? InboxState.Done : InboxState.Failed;
                done.Property(e => e.State).IsModified = true;
                foreach (var change in result.Changes)
                {
                    change(db);
                }
            }),
            stopping);
    }

    /// <summary>In its own commit: the failed turn left nothing else behind.</summary>
    private async Task CountAttemptAsync(string conversationId, string key)
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        await db.Inbox
            .Where(e => e.ConversationId == conversationId && e.Key == key)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.Attempts, e => e.Attempts + 1), CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Conversation {ConversationId} was changed by another turn; running again.")]
    private partial void LogConflict(string conversationId);

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn of conversation {ConversationId} failed (attempt {Attempt}).")]
    private partial void LogTurnFailed(Exception exception, string conversationId, int attempt);

    private sealed record PendingEvent(string Key, int Attempts, string ActivityJson);
}
