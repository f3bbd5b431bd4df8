using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Storage.Outbox;
using SupportBot.Testing.Hosting;
using SupportBot.Turns.Commits;
using SupportBot.Turns.Outbox;
using Xunit;
using static SupportBot.ConversationTests.Durability.OutboxSteps;

namespace SupportBot.ConversationTests.Durability;

/// <summary>Two runs of one item: the second waits for the first, and where it could not, the first changes nothing more.</summary>
public sealed class OutboxLeaseTests
{
    [Fact]
    public async Task A_run_that_was_overtaken_stores_no_outcome()
    {
        var release = new TaskCompletionSource();
        await using var host = await StartAsync(new RecordingWorker(async (item, _) =>
        {
            if (item.Attempts == 1)
            {
                await release.Task;
                return new OutboxOutcome.GiveUp("too-late");
            }

            return new OutboxOutcome.Done();
        }));
        await CommitAsync(host, Work("a", "p"));
        await OvertakeAsync(host);

        release.SetResult();

        await UntilAllAsync(host, OutboxState.Done);
    }

    [Fact]
    public async Task A_run_that_was_overtaken_can_commit_nothing_more_in_between()
    {
        var release = new TaskCompletionSource();
        var refused = new TaskCompletionSource<Exception>();
        SupportBotHost? host = null;
        var worker = new RecordingWorker(async (item, _) =>
        {
            if (item.Attempts == 1)
            {
                await release.Task;
                var step = CommitUnit.Of(db =>
                {
                    db.MustBeHeldBy(item);
                    db.Outbox.Add(Work("b", "in between").ToItem());
                });
                refused.SetResult(await Record.ExceptionAsync(() => host!.Services.GetRequiredService<CommitQueue>().CommitAsync(step, default)));
            }

            return new OutboxOutcome.Done();
        });
        await using var started = host = await StartAsync(worker);
        await CommitAsync(host, Work("a", "p"));
        await OvertakeAsync(host);

        release.SetResult();

        Assert.IsType<DbUpdateConcurrencyException>(await refused.Task);
        await UntilAllAsync(host, OutboxState.Done);
        Assert.DoesNotContain("in between", worker.Begun);
    }

    [Fact]
    public async Task A_worker_that_does_not_stop_when_told_to_is_not_joined_by_another_run()
    {
        var release = new TaskCompletionSource();
        var told = new TaskCompletionSource<DateTime>();
        var worker = new RecordingWorker(async (_, ct) =>
        {
            ct.Register(() => told.TrySetResult(TimeProvider.System.GetUtcNow().UtcDateTime));
            await release.Task;
            return new OutboxOutcome.Done();
        });
        await using var host = await StartAsync(worker, new() { ["Outbox:Lease"] = "00:00:02", ["Outbox:TimeLimit"] = "00:00:01" });
        await CommitAsync(host, Work("a", "p"));

        var renewed = await told.Task + TimeSpan.FromSeconds(3);
        await UntilAsync(host, db => db.Outbox.AnyAsync(o => o.Attempts == 1 && o.LeaseUntil > renewed));

        Assert.Equal(["p"], worker.Begun);
        release.SetResult();
        await UntilAllAsync(host, OutboxState.Done);
    }

    /// <summary>As if another node had seen the lease of the first run end.</summary>
    private static async Task OvertakeAsync(SupportBotHost host)
    {
        await UntilAsync(host, db => db.Outbox.AnyAsync(o => o.Attempts == 1));
        await using var db = await Database(host).CreateDbContextAsync();
        await db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(o => o.Attempts, 5).SetProperty(o => o.LeaseUntil, (DateTime?)null));
    }

    private static Task<SupportBotHost> StartAsync(RecordingWorker worker, Dictionary<string, string>? settings = null) => SupportBotHost.StartAsync(
        settings, configure: builder => builder.Services.AddKeyedSingleton<IOutboxWorker>(RecordingWorker.Kind, worker));
}
