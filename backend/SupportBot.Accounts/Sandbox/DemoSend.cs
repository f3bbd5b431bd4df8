using Microsoft.EntityFrameworkCore;
using SupportBot.Accounts.Checks;
using SupportBot.Accounts.Settlements;
using SupportBot.Storage;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Sandbox;

/// <summary>A press on Send in the stand-in for Link My Books.</summary>
internal sealed class DemoSend(IDbContextFactory<SupportDbContext> databases, DemoLedger ledger, SandboxStore sandbox)
{
    private const string NotPermitted = "You are not permitted to access this resource. Contact support for further assistance.";

    /// <summary>Null for an unknown settlement.</summary>
    public async Task<DemoActionResult?> SendAsync(string sellerId, string settlementId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var settlement = await database.Settlements.Include(s => s.Parts).Include(s => s.Lines).Include(s => s.Attempts).AsSplitQuery()
            .FirstOrDefaultAsync(s => s.SellerId == sellerId && s.Id == settlementId, cancellationToken).ConfigureAwait(false);
        if (settlement is null)
        {
            return null;
        }

        var channel = await database.SalesChannels.AsNoTracking().Include(c => c.Mappings).Include(c => c.BankAccounts).AsSplitQuery()
            .FirstAsync(c => c.SellerId == sellerId && c.Name == settlement.ChannelName, cancellationToken).ConfigureAwait(false);
        var platform = await sandbox.FindAsync(sellerId, channel.BookkeepingId, cancellationToken).ConfigureAwait(false);
        if (platform is null)
        {
            return null;
        }

        if (NoSendOption(settlement, channel, platform.Row) is { } reason)
        {
            return new DemoActionResult(false, reason);
        }

        var at = await ledger.NextMomentAsync(database, sellerId, cancellationToken).ConfigureAwait(false);
        var error = Error(settlement, channel, platform);
        var isSilent = error is null
            && (await sandbox.IsLinkDroppedAsync(sellerId, channel.Name, cancellationToken).ConfigureAwait(false)
                || await sandbox.IsVatWrongAsync(sellerId, settlementId, cancellationToken).ConfigureAwait(false));
        settlement.Attempts.Add(new SendAttempt
        {
            SellerId = sellerId,
            SettlementId = settlementId,
            Number = settlement.Attempts.Select(a => a.Number).DefaultIfEmpty().Max() + 1,
            At = at,
            By = SendInitiator.User,
            Outcome = error is not null ? SendOutcome.Error : isSilent ? SendOutcome.Nothing : SendOutcome.Sent,
            Error = error,
        });
        if (error is null && !isSilent)
        {
            var documents = DocumentNumbers.Of(settlement);
            await sandbox.AddDocumentsAsync(
                sellerId, channel.BookkeepingId,
                documents.Where(d => !d.IsSent).Select(d => new SandboxDocument(d.Number, d == documents[^1] ? settlement.TotalHundredths / 100m : 0m) { Date = d.Date }),
                cancellationToken).ConfigureAwait(false);
            Post(settlement, documents, channel, at);
        }

        await DemoLedger.SaveAsync(database, cancellationToken).ConfigureAwait(false);
        return error is not null ? new DemoActionResult(false, error)
            : isSilent ? new DemoActionResult(false, "The progress indicator disappeared. Nothing else happened.")
            : new DemoActionResult(true, $"Settlement {settlementId} was sent to {Spelling.Brand(platform.Row.Platform)}.");
    }

    /// <summary>Why the menu offers no Send; null where it does.</summary>
    private static string? NoSendOption(Settlement settlement, SalesChannel channel, BookkeepingConnection connection)
    {
        if (settlement.Status != SettlementStatus.Ready)
        {
            return $"Settlement {settlement.Id} has no option to send while it is {Spelling.Name(settlement.Status)}.";
        }

        if (settlement.Lines.FirstOrDefault(l => string.IsNullOrWhiteSpace(MappingResolution.For(channel, settlement.Marketplace, l.Category)?.Account)) is { } unmapped)
        {
            return $"There is no option to send: '{unmapped.Category}' has no account.";
        }

        var bank = channel.BankAccounts.FirstOrDefault(b => b.Marketplace == settlement.Marketplace);
        var account = settlement.TotalHundredths < 0 ? bank?.NegativePayout : bank?.Deposit;
        return string.IsNullOrWhiteSpace(account) && (bank is not null || connection.Platform == AccountingPlatform.QuickBooks)
            ? $"There is no option to send: {settlement.Marketplace} has no bank account."
            : null;
    }

    /// <summary>What Link My Books would show; null where the platform takes the document.</summary>
    private static string? Error(Settlement settlement, SalesChannel channel, SandboxConnection platform)
    {
        var (row, state) = platform;
        var brand = Spelling.Brand(row.Platform);
        if (row.Status == ConnectionStatus.Disconnected || state.AppRemoved || state.Authorisation == "revoked")
        {
            return "Refresh OAuth 2 Access token with Refresh Token failed";
        }

        if (state.Authorisation is "forbidden" or "wrong-tenant")
        {
            return NotPermitted;
        }

        switch (state.Availability)
        {
            case "offline" or "failing" or "slow":
                return $"An unhandled error with the {brand} API occurred";
            case "rate-limited":
                return "The API rate limit for your organisation/application pairing has been exceeded";
        }

        var gone = settlement.Lines.Select(l => MappingResolution.For(channel, settlement.Marketplace, l.Category)!.Account!)
            .FirstOrDefault(code => state.Accounts?.Any(a => a.Code == code && SandboxAnswers.Active(a.Status)) == false);
        return gone is null ? null : $"Account code '{gone}' has been archived, or has been deleted";
    }

    private static void Post(Settlement settlement, IReadOnlyList<SettlementDocument> documents, SalesChannel channel, DateTime at)
    {
        settlement.Status = SettlementStatus.Sent;
        settlement.StatusSince = at;
        settlement.SentAt = at;
        foreach (var document in documents)
        {
            if (document.Part is { } part)
            {
                (part.Status, part.Error, part.DocumentNumber) = (SettlementStatus.Sent, null, document.Number);
            }
        }

        settlement.DocumentNumber = documents[^1].Number;

        foreach (var line in settlement.Lines)
        {
            var mapping = MappingResolution.For(channel, settlement.Marketplace, line.Category)!;
            (line.Account, line.TaxRate) = (mapping.Account, mapping.TaxRate);
        }
    }
}
