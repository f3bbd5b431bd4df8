using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupportBot.Storage;
using SupportBot.Storage.Conversations;

namespace SupportBot.Turns;

/// <summary>
/// Runs the pending events of each conversation in order, one at a time, many conversations side by side. Events that another
/// process left behind, and follow-ups that have come due, are found by looking now and then.
/// </summary>
public sealed partial class TurnRunner(
    IServiceProvider services,
    IDbContextFactory<SupportDbContext> contexts,
    IHostApplicationLifetime lifetime,
    ILogger<TurnRunner> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>An event still pending after this long belongs to a process that is gone.</summary>
    private static readonly TimeSpan LeftBehindAfter = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, Lane> _lanes = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Says that the conversation has something to do. Cheap, and harmless when it has not.</summary>
    public void Wake(string conversationId)
    {
        while (!_stopping.IsCancellationRequested)
        {
            var lane = _lanes.GetOrAdd(conversationId, static _ => new Lane());
            switch (lane.Ask())
            {
                case LaneAnswer.Start:
                    _ = Task.Run(() => WorkOffAsync(conversationId, lane));
                    return;
                case LaneAnswer.WillLookAgain:
                    return;
                case LaneAnswer.Closed:
                    continue;
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync(stoppingToken);
        await RecoverAsync(stoppingToken);
        using var timer = new PeriodicTimer(LookEvery);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await WakeWhatIsDueAsync(stoppingToken);
        }
    }

    /// <summary>Waits for the turns under way; what has not begun stays pending for the next process.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(_lanes.Values.Select(lane => lane.Finished)).WaitAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _stopping.Dispose();
        base.Dispose();
    }

    private async Task WorkOffAsync(string conversationId, Lane lane)
    {
        try
        {
            do
            {
                await services.GetRequiredService<ConversationTurns>().RunPendingAsync(conversationId, _stopping.Token);
            }
            while (!lane.TryClose() && !_stopping.IsCancellationRequested);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            LogLeftForNext(conversationId);
        }
        catch (Exception exception)
        {
            // The events stay pending and are tried again at the next look.
            LogFailed(exception, conversationId);
        }
        finally
        {
            _lanes.TryRemove(new(conversationId, lane));
            lane.Finish();
        }
    }

    /// <summary>A turn may call what this very host serves (a demo's platforms), so none runs before it listens.</summary>
    private async Task StartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
    }

    /// <summary>
    /// An event that was pending when the last process ended may be what ended it, so it counts as an attempt; one that has
    /// used up its attempts is given up by its next turn instead of ending this process too.
    /// </summary>
    private async Task RecoverAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var left = db.Inbox.Where(e => e.State == InboxState.Pending && (e.DueAt == null || e.DueAt <= now));
        var conversations = await left.Select(e => e.ConversationId).Distinct().ToListAsync(cancellationToken);
        await left.ExecuteUpdateAsync(set => set.SetProperty(e => e.Attempts, e => e.Attempts + 1), cancellationToken);
        conversations.ForEach(Wake);
    }

    private async Task WakeWhatIsDueAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            var leftBehind = now - LeftBehindAfter;
            var due = await db.Inbox
                .Where(e => e.State == InboxState.Pending && (e.DueAt == null ? e.AcceptedAt <= leftBehind : e.DueAt <= now))
                .Select(e => e.ConversationId)
                .Distinct()
                .OrderBy(id => id)
                .Take(500)
                .ToListAsync(cancellationToken);
            due.ForEach(Wake);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A database that is away now may be back at the next look; /health/ready tells of it meanwhile.
            LogLookFailed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The events of conversation {ConversationId} could not be worked off; they stay pending.")]
    private partial void LogFailed(Exception exception, string conversationId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking for pending events failed.")]
    private partial void LogLookFailed(Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Stopping: the events of conversation {ConversationId} stay pending for the next process.")]
    private partial void LogLeftForNext(string conversationId);
}
