using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupportBot.Storage;
using SupportBot.Storage.Outbox;
using SupportBot.Turns.Outbox;

namespace SupportBot.Turns.Commits;

/// <summary>
/// The process's one writer. What waits is committed together, so that many turns share one flush to the disk; a unit whose
/// neighbours fail is committed again alone. SQLite has one writer anyway; on the other providers the rows of different
/// conversations do not conflict, and several nodes each have a queue of their own.
/// </summary>
public sealed partial class CommitQueue(
    IDbContextFactory<SupportDbContext> contexts,
    TranscriptSequences sequences,
    ConversationSignals signals,
    OutboxSignal outbox,
    ILogger<CommitQueue> log) : IHostedService
{
    private const int MaxUnitsPerFlush = 128;

    /// <summary>Of one unit, when other nodes keep taking its place in the transcript.</summary>
    private const int MaxTries = 50;

    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(
        new BoundedChannelOptions(4096) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private Task _writing = Task.CompletedTask;

    /// <summary>Returns when the unit is on the disk. Throws what its own save threw, after which nothing of it is stored.</summary>
    /// <exception cref="DbUpdateConcurrencyException">A row was changed by someone else since it was read.</exception>
    /// <exception cref="DbUpdateException">A key exists already, or the database refused the rows.</exception>
    public async Task CommitAsync(CommitUnit unit, CancellationToken cancellationToken)
    {
        var waiting = new Waiting(unit);
        await _waiting.Writer.WriteAsync(waiting, cancellationToken);

        // Once queued it will be tried: whoever stops waiting here would not know whether it was stored.
        await waiting.Stored.Task;
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _writing = Task.Run(WriteAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <summary>Takes nothing new, and returns when all that was taken is written.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _waiting.Writer.TryComplete();
        await _writing.WaitAsync(cancellationToken);
    }

    private async Task WriteAsync()
    {
        var batch = new List<Waiting>(MaxUnitsPerFlush);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (batch.Count < MaxUnitsPerFlush && _waiting.Reader.TryRead(out var waiting))
            {
                batch.Add(waiting);
            }

            await FlushAsync(batch);
            batch.Clear();
        }
    }

    private async Task FlushAsync(List<Waiting> batch)
    {
        try
        {
            await SaveAsync(batch);
            batch.ForEach(Succeed);
        }
        catch (Exception exception) when (batch.Count > 1 && exception is DbUpdateException or InvalidOperationException)
        {
            // Two units of one batch with the same key (a message delivered twice at once) fail before the database sees them.
            LogSplit(batch.Count);
            foreach (var waiting in batch)
            {
                await FlushAloneAsync(waiting);
            }
        }
        catch (DbUpdateException)
        {
            await FlushAloneAsync(batch[0]);
        }
        catch (Exception exception)
        {
            // The database itself failed. Every caller learns it; none of the rows are stored.
            batch.ForEach(waiting => Fail(waiting, exception));
        }
    }

    private async Task FlushAloneAsync(Waiting waiting)
    {
        try
        {
            for (var tries = 1; !await TrySaveAsync(waiting, isLast: tries == MaxTries); tries++)
            {
                LogLostPlace(waiting.Unit.ConversationId);
            }

            Succeed(waiting);
        }
        catch (Exception exception)
        {
            Fail(waiting, exception);
        }
    }

    /// <summary>
    /// False when another node took the unit's place in the transcript meanwhile: the next try reads the sequence anew. Each lost
    /// try is another node's success.
    /// </summary>
    private async Task<bool> TrySaveAsync(Waiting waiting, bool isLast)
    {
        try
        {
            await SaveAsync([waiting]);
            return true;
        }
        catch (DbUpdateException exception) when (!isLast && exception is not DbUpdateConcurrencyException && waiting.Unit.Entries.Count > 0)
        {
            if (await IsPlaceTakenAsync(waiting.Unit))
            {
                return false;
            }

            throw;
        }
    }

    private async Task<bool> IsPlaceTakenAsync(CommitUnit unit)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var first = unit.Entries[0].Sequence;
        return await db.Transcript.AnyAsync(t => t.ConversationId == unit.ConversationId && t.Sequence >= first);
    }

    private async Task SaveAsync(List<Waiting> batch)
    {
        await using var db = await contexts.CreateDbContextAsync();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            foreach (var (unit, _) in batch)
            {
                foreach (var entry in unit.Entries)
                {
                    entry.Sequence = await sequences.NextAsync(db, entry.ConversationId);
                    db.Transcript.Add(entry);
                }

                unit.Changes(db);
            }

            await db.SaveChangesAsync();
            if (db.ChangeTracker.Entries<OutboxItem>().Any())
            {
                outbox.Wake();
            }
        }
        catch
        {
            foreach (var (unit, _) in batch)
            {
                sequences.Forget(unit.ConversationId);
                foreach (var entry in unit.Entries)
                {
                    sequences.Forget(entry.ConversationId);
                }
            }

            throw;
        }
    }

    private void Succeed(Waiting waiting)
    {
        if (waiting.Unit.Entries.Count > 0)
        {
            signals.Committed(waiting.Unit.ConversationId);
        }

        waiting.Stored.SetResult();
    }

    private static void Fail(Waiting waiting, Exception exception) => waiting.Stored.SetException(exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "A flush of {Count} units failed as a whole; committing them one by one.")]
    private partial void LogSplit(int count);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Another node wrote to conversation {ConversationId} first; trying again behind it.")]
    private partial void LogLostPlace(string conversationId);

    private sealed record Waiting(CommitUnit Unit)
    {
        public TaskCompletionSource Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Deconstruct(out CommitUnit unit, out TaskCompletionSource stored) => (unit, stored) = (Unit, Stored);
    }
}
