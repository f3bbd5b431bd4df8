using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Storage;
using SupportBot.Storage.Outbox;
using SupportBot.Testing.Hosting;
using SupportBot.Turns.Commits;
using SupportBot.Turns.Outbox;

namespace SupportBot.ConversationTests.Durability;

/// <summary>How tests promise work to the outside, and see what becomes of it.</summary>
internal static class OutboxSteps
{
    public static OutboxWork Work(string key, string payload, string? conversationId = null) => new(RecordingWorker.Kind, key, payload, conversationId);

    public static IDbContextFactory<SupportDbContext> Database(SupportBotHost host) => host.Services.GetRequiredService<IDbContextFactory<SupportDbContext>>();

    public static Task CommitAsync(SupportBotHost host, params OutboxWork[] work)
    {
        var items = work.Select(w => w.ToItem()).ToArray();
        return host.Services.GetRequiredService<CommitQueue>().CommitAsync(CommitUnit.Of(db => db.Outbox.AddRange(items)), default);
    }

    public static Task UntilAllAsync(SupportBotHost host, OutboxState state) => UntilAsync(host, db => db.Outbox.AllAsync(o => o.State == state));

    public static async Task UntilAsync(SupportBotHost host, Func<SupportDbContext, Task<bool>> seen)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            await timer.WaitForNextTickAsync(deadline.Token);
            await using var db = await Database(host).CreateDbContextAsync(deadline.Token);
            if (await seen(db))
            {
                return;
            }
        }
    }
}
