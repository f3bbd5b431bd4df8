using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SupportBot.Turns.Outbox;

/// <summary>
/// Does what commits promised to the outside: at once after the commit, again when a wait is over, and what another process left
/// behind when its lease ends. Several items side by side, those of one key in order.
/// </summary>
internal sealed partial class OutboxDispatcher(
    OutboxQueue queue, OutboxRun run, OutboxSignal signal, IHostApplicationLifetime lifetime, ILogger<OutboxDispatcher> log) : BackgroundService
{
    private const int MaxSideBySide = 8;

    /// <summary>One side that hangs must not hold up what goes to the others.</summary>
    private const int MaxOfOneKind = 3;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan SweepEvery = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, RunningWork> _running = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync(stoppingToken);
        long? swept = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            if (swept is null || TimeProvider.System.GetElapsedTime(swept.Value) > SweepEvery)
            {
                swept = TimeProvider.System.GetTimestamp();
                await SweepAsync(stoppingToken);
            }

            await StartWhatIsDueAsync(stoppingToken);
            await signal.WaitAsync(LookEvery, stoppingToken);
        }
    }

    /// <summary>Waits for the runs under way; those that end early leave their items to the next process.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(_running.Values.Select(work => work.Done)).WaitAsync(cancellationToken);
    }

    /// <summary>A worker may call what this very host serves (a demo's platforms), so none runs before it listens.</summary>
    private async Task StartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
    }

    private async Task SweepAsync(CancellationToken stopping)
    {
        try
        {
            await queue.SweepAsync(stopping);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Another hour does it no harm.
            LogSweepFailed(exception);
        }
    }

    private async Task StartWhatIsDueAsync(CancellationToken stopping)
    {
        try
        {
            var free = MaxSideBySide - _running.Count;
            foreach (var due in free > 0 ? await queue.FindDueAsync(free, FullKinds(), stopping) : [])
            {
                if (FullKinds().Contains(due.Kind))
                {
                    // Others may have been behind it: look again without its kind.
                    signal.Wake();
                    continue;
                }

                if (await queue.TryClaimAsync(due.Id, stopping) is { } item)
                {
                    // Known before it runs: a run that ends at once must find itself to take itself out.
                    var begin = new TaskCompletionSource();
                    _running[item.Id] = new RunningWork(item.Kind, RunAsync(item, begin.Task, stopping));
                    begin.SetResult();
                }
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A database that is away now may be back at the next look; /health/ready tells of it meanwhile.
            LogLookFailed(exception);
        }
    }

    private List<string> FullKinds() =>
        [.. _running.Values.GroupBy(work => work.Kind).Where(kind => kind.Count() >= MaxOfOneKind).Select(kind => kind.Key)];

    private async Task RunAsync(Storage.Outbox.OutboxItem item, Task begin, CancellationToken stopping)
    {
        await begin;
        try
        {
            await run.RunAsync(item, stopping);
        }
        catch (Exception exception)
        {
            // The outcome could not be stored: the item runs again when its lease ends.
            LogRunFailed(exception, item.Kind, item.Id);
        }
        finally
        {
            _running.TryRemove(item.Id, out _);
            signal.Wake();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox work that is done could not be taken away.")]
    private partial void LogSweepFailed(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking for outbox work failed.")]
    private partial void LogLookFailed(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outcome of outbox work {Kind} {Id} could not be stored.")]
    private partial void LogRunFailed(Exception exception, string kind, string id);

    private sealed record RunningWork(string Kind, Task Done);
}
