using Microsoft.EntityFrameworkCore;
using SupportBot.Accounts.Sending;
using SupportBot.Knowledge.Sending;
using SupportBot.Storage;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Sandbox;

/// <summary>A press on Send in the stand-in for Link My Books: the product's own sending, with what the menu there would say of it.</summary>
internal sealed class DemoSend(IDbContextFactory<SupportDbContext> databases, SettlementSender sender)
{
    /// <summary>Null for an unknown settlement.</summary>
    public async Task<DemoActionResult?> SendAsync(string sellerId, string settlementId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var status = await database.Settlements.Where(s => s.SellerId == sellerId && s.Id == settlementId)
            .Select(s => (SettlementStatus?)s.Status).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (status is null)
        {
            return null;
        }

        if (status != SettlementStatus.Ready)
        {
            return new DemoActionResult(false, $"Settlement {settlementId} has no option to send while it is {Spelling.Name(status.Value)}.");
        }

        // The button sends the parts that are left, as the real one does.
        var order = new SendOrder(sellerId, settlementId, Guid.CreateVersion7().ToString("N"), MissingOnly: true);
        var run = await sender.SendAsync(order, (_, changes) => CommitAsync(changes), cancellationToken).ConfigureAwait(false);
        if (run is null)
        {
            return null;
        }

        if (run.Changes is { } changes)
        {
            await CommitAsync(changes).ConfigureAwait(false);
        }

        return Say(run.Report);
    }

    private async Task CommitAsync(Action<SupportDbContext> changes)
    {
        await using var database = await databases.CreateDbContextAsync().ConfigureAwait(false);
        changes(database);
        await DemoLedger.SaveAsync(database, CancellationToken.None).ConfigureAwait(false);
    }

    private static DemoActionResult Say(SendReport report) => report.Result switch
    {
        SendResult.Sent => new DemoActionResult(true, $"Settlement {report.SettlementId} was sent to {(report.Platform == "xero" ? "Xero" : "QuickBooks")}."),
        SendResult.Nothing => new DemoActionResult(false, "The progress indicator disappeared. Nothing else happened."),
        SendResult.NotReady => new DemoActionResult(false, $"There is no option to send: {report.Error}"),
        SendResult.AlreadyThere => new DemoActionResult(false, "Duplicate Document Number Error"),
        _ => new DemoActionResult(false, report.Error ?? "It could not be sent."),
    };
}
