using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportBot.Storage.Outbox;
using SupportBot.Turns.Commits;
using SupportBot.Turns.Inbox;

namespace SupportBot.Turns.Outbox;

/// <summary>One run of one claimed item: does the work, and commits what came of it in one piece.</summary>
internal sealed partial class OutboxRun(
    IServiceProvider services, OutboxQueue queue, CommitQueue commits, TurnRunner turns, IOptions<OutboxOptions> options, ILogger<OutboxRun> log)
{
    private const string Failed = "worker-failed";
    private const string Poison = "ended-without-outcome";
    private const string Conflict = "changed-meanwhile";

    public async Task RunAsync(OutboxItem item, CancellationToken stopping)
    {
        var worker = services.GetKeyedService<IOutboxWorker>(item.Kind);
        var outcome = worker is null ? new OutboxOutcome.GiveUp("unknown-kind")
            // A run beyond the last one means that none of them came to an end: it may be what ends processes.
            : item.Attempts > worker.MostRuns ? new OutboxOutcome.GiveUp(Poison)
            : await WorkAsync(worker, item, stopping);
        try
        {
            await CommitAsync(item, outcome, worker);
        }
        catch (DbUpdateException)
        {
            // A row of another version, or one that another writer was first to add.
            if (await queue.TryRenewAsync(item, CancellationToken.None))
            {
                // Still ours: what the outcome changes was changed by someone else meanwhile, so it has to be found out anew.
                await CommitAsync(item, new OutboxOutcome.Retry(Conflict, TimeSpan.Zero), worker);
                return;
            }

            // The lease ran out and another run has it: that one's outcome counts.
            LogOvertaken(item.Kind, item.Id);
        }
    }

    private async Task<OutboxOutcome> WorkAsync(IOutboxWorker worker, OutboxItem item, CancellationToken stopping)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        limit.CancelAfter(options.Value.TimeLimit);
        try
        {
            var working = worker.RunAsync(item, limit.Token);
            await KeepAsync(item, working, limit);
            return await working;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return new OutboxOutcome.Retry("interrupted", TimeSpan.Zero);
        }
        catch (Exception exception)
        {
            LogFailed(exception, item.Kind, item.Id, item.Attempts);
            return new OutboxOutcome.Retry(Failed);
        }
    }

    /// <summary>
    /// Renews the lease until the work has really ended, also after it was told to stop: a worker that is slow to obey would otherwise
    /// work beside the next run. Only where renewing fails for the length of a lease can another node begin while the work still goes on.
    /// It is told to stop before that, <see cref="OutboxLease"/> refuses whatever it still commits, and towards the outside both runs act
    /// under the same key. So a worker that never ends holds its item, and the log says so.
    /// </summary>
    private async Task KeepAsync(OutboxItem item, Task working, CancellationTokenSource limit)
    {
        var pause = options.Value.Lease / 4;
        var renewed = TimeProvider.System.GetTimestamp();
        while (await Task.WhenAny(working, Task.Delay(pause, CancellationToken.None)) != working)
        {
            if (limit.IsCancellationRequested)
            {
                LogWillNotStop(item.Kind, item.Id);
            }

            var isHeld = await TryRenewAsync(item);
            if (isHeld == true)
            {
                renewed = TimeProvider.System.GetTimestamp();
            }
            else if (isHeld == false || TimeProvider.System.GetElapsedTime(renewed) > options.Value.Lease - (2 * pause))
            {
                await limit.CancelAsync();
            }
        }
    }

    /// <summary>False where the lease is lost; null where that could not be found out.</summary>
    private async Task<bool?> TryRenewAsync(OutboxItem item)
    {
        try
        {
            return await queue.TryRenewAsync(item, CancellationToken.None);
        }
        catch (Exception exception)
        {
            LogRenewFailed(exception, item.Kind, item.Id);
            return null;
        }
    }

    private async Task CommitAsync(OutboxItem item, OutboxOutcome outcome, IOutboxWorker? worker)
    {
        var (state, error, next) = outcome switch
        {
            OutboxOutcome.Retry retry when worker is not null && item.Attempts < worker.MostRuns =>
                (OutboxState.Pending, retry.Error, Now() + (retry.After ?? OutboxBackOff.After(item.Attempts, worker.LongestWait))),
            OutboxOutcome.Retry retry => (OutboxState.Dead, retry.Error, item.NextAttemptAt),
            OutboxOutcome.GiveUp given => (OutboxState.Dead, given.Error, item.NextAttemptAt),
            _ => (OutboxState.Done, null, item.NextAttemptAt),
        };
        var result = outcome is OutboxOutcome.Done { Result: { } told } ? told : state == OutboxState.Dead ? OutboxNews.GivenUp(item) : null;
        var inbound = result is null ? null : NewEvent.From(result);
        if (state == OutboxState.Dead)
        {
            LogDead(item.Kind, item.Id, error!);
        }

        await commits.CommitAsync(
            new CommitUnit(result?.ConversationId ?? "", inbound is null ? [] : [inbound.Entry], db =>
            {
                var stored = db.Attach(Settled(item, state, error, next));
                stored.Property(o => o.State).IsModified = true;
                stored.Property(o => o.LastError).IsModified = true;
                stored.Property(o => o.NextAttemptAt).IsModified = true;
                stored.Property(o => o.LeaseUntil).IsModified = true;
                inbound?.AddTo(db);
                (outcome as OutboxOutcome.Done)?.Changes?.Invoke(db);
            }),
            CancellationToken.None);
        if (result is not null)
        {
            turns.Wake(result.ConversationId);
        }
    }

    /// <summary>A row of its own for each try of the commit; its attempts are the concurrency token.</summary>
    private static OutboxItem Settled(OutboxItem item, OutboxState state, string? error, DateTime next) => new()
    {
        Id = item.Id,
        Kind = item.Kind,
        OrderingKey = item.OrderingKey,
        Payload = item.Payload,
        Attempts = item.Attempts,
        State = state,
        LastError = error,
        NextAttemptAt = next,
        LeaseUntil = null,
    };

    private static DateTime Now() => TimeProvider.System.GetUtcNow().UtcDateTime;

    [LoggerMessage(Level = LogLevel.Error, Message = "Outbox work {Kind} {Id} failed (attempt {Attempt}).")]
    private partial void LogFailed(Exception exception, string kind, string id, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "Outbox work {Kind} {Id} was given up: {Error}.")]
    private partial void LogDead(string kind, string id, string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease of outbox work {Kind} {Id} could not be renewed.")]
    private partial void LogRenewFailed(Exception exception, string kind, string id);

    [LoggerMessage(Level = LogLevel.Error, Message = "Outbox work {Kind} {Id} was told to stop and has not ended yet; nothing else of its key is done until then.")]
    private partial void LogWillNotStop(string kind, string id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox work {Kind} {Id} took longer than its lease; another run has it.")]
    private partial void LogOvertaken(string kind, string id);
}
