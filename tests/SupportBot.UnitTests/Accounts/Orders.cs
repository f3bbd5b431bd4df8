using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Accounts.Sandbox;
using SupportBot.Accounts.Sending;
using SupportBot.Storage.Sandbox;

namespace SupportBot.UnitTests.Accounts;

/// <summary>Orders to send S-1 of an <see cref="AccountDraft"/>, committed as the outbox does.</summary>
internal static class Orders
{
    public static SettlementSender Sender(AccountsHost host) => host.Services.GetRequiredService<SettlementSender>();

    public static SendOrder Order(bool missingOnly = false, string key = "order-1") => new(AccountDraft.SellerId, "S-1", key, missingOnly);

    public static async Task<SendRun> SendAsync(AccountsHost host, bool missingOnly = false, string key = "order-1")
    {
        var run = await Sender(host).SendAsync(Order(missingOnly, key), (_, changes) => CommitAsync(host, changes), CancellationToken.None);
        if (run!.Changes is { } changes)
        {
            await CommitAsync(host, changes);
        }

        return run;
    }

    /// <summary>As the commit queue does: nothing detects changes by itself.</summary>
    public static async Task CommitAsync(AccountsHost host, Action<Storage.SupportDbContext> changes)
    {
        await using var database = await host.DatabaseAsync();
        database.ChangeTracker.AutoDetectChangesEnabled = false;
        changes(database);
        await database.SaveChangesAsync();
    }

    /// <summary>What stands in the platform beside the settlement that was sent before.</summary>
    public static async Task<IReadOnlyList<SandboxDocument>> NewDocumentsAsync(AccountsHost host)
    {
        await using var database = await host.DatabaseAsync();
        var json = await database.SandboxStates.Where(s => s.Subject == SandboxSubject.Connection).Select(s => s.Json).SingleAsync();
        return [.. JsonSerializer.Deserialize(json, SandboxJson.Default.ConnectionSandbox)!.Documents.Where(d => d.Number.EndsWith("S-1", StringComparison.Ordinal))];
    }
}
