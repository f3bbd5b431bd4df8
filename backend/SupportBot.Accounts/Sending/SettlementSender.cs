using SupportBot.Accounts.Accounting;
using SupportBot.Accounts.Settlements;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Knowledge.Sending;
using SupportBot.Storage.Accounts;

namespace SupportBot.Accounts.Sending;

/// <summary>
/// Posts a settlement, one document a part, and reads each back: only what was read back is sent. It looks for a document by its
/// number before it posts, and commits that it is about to post, so a run that was killed is finished by the next without a second
/// document. It stores nothing itself.
/// </summary>
public sealed class SettlementSender
{
    private readonly AccountReader reader;
    private readonly SellerMoments moments;
    private readonly ConnectionTokens tokens;
    private readonly Dictionary<AccountingPlatform, IAccountingPlatform> platforms;

    internal SettlementSender(AccountReader reader, SellerMoments moments, ConnectionTokens tokens, IEnumerable<IAccountingPlatform> platforms)
    {
        this.reader = reader;
        this.moments = moments;
        this.tokens = tokens;
        this.platforms = platforms.ToDictionary(p => p.Platform);
    }

    /// <summary>
    /// Null for an unknown settlement. After <see cref="SendResult.Unclear"/> the same order must be given again: only another look
    /// tells what was carried out.
    /// </summary>
    public async Task<SendRun?> SendAsync(SendOrder order, CommitStep commit, CancellationToken cancellationToken)
    {
        if (await OpenAsync(order.SellerId, order.SettlementId, cancellationToken).ConfigureAwait(false) is not { } sending)
        {
            return null;
        }

        var rows = new SendRows(
            sending.Settlement, sending.Channel, await moments.NextAsync(order.SellerId, cancellationToken).ConfigureAwait(false), SendInitiator.User, order.Key);
        return await PrepareAsync(sending, rows, order, commit, cancellationToken).ConfigureAwait(false)
            ?? await PostAsync(sending, rows, order, commit, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What stands where, read from the platform; parts that could not be looked for say so. Null for an unknown settlement.</summary>
    public async Task<SendReport?> LookAsync(string sellerId, string settlementId, CancellationToken cancellationToken)
    {
        if (await OpenAsync(sellerId, settlementId, cancellationToken).ConfigureAwait(false) is not { } sending)
        {
            return null;
        }

        var failure = await sending.LookAsync(cancellationToken).ConfigureAwait(false);
        return failure is null
            ? sending.Report(sending.IsSent ? SendResult.AlreadySent : sending.Standing.Count > 0 ? SendResult.PartlyPosted : SendResult.UnderWay)
            : sending.Report(SendResult.Refused, SendTexts.Of(failure, sending.Brand));
    }

    /// <summary>Null when posting may begin, or go on.</summary>
    private static async Task<SendRun?> PrepareAsync(
        OpenSending sending, SendRows rows, SendOrder order, CommitStep commit, CancellationToken cancellationToken)
    {
        if (sending.IsSent)
        {
            return new SendRun(sending.Report(SendResult.AlreadySent));
        }

        if (!rows.IsBegun && sending.WhyNotReady is { } reason)
        {
            return new SendRun(sending.Report(SendResult.NotReady, reason));
        }

        if (await sending.LookAsync(cancellationToken).ConfigureAwait(false) is { } failure)
        {
            var error = SendTexts.Of(failure, sending.Brand);
            return rows.IsBegun
                ? new SendRun(sending.Report(SendResult.Unclear, error))
                : new SendRun(sending.Report(SendResult.Refused, error), rows.Refused(error));
        }

        if (rows.IsBegun)
        {
            return null;
        }

        var isPartial = sending.Standing.Count > 0 || sending.Documents.Any(d => d.IsSent);
        if (sending.Missing.Count == 0)
        {
            return new SendRun(sending.Report(SendResult.AlreadyThere));
        }

        if (isPartial && !order.MissingOnly)
        {
            return new SendRun(sending.Report(SendResult.PartlyPosted));
        }

        if (sending.Make() is { } problem)
        {
            return new SendRun(sending.Report(SendResult.NotReady, problem));
        }

        await commit(null, rows.Begin(sending.Missing, [.. sending.Documents.Where(d => !d.IsSent && sending.Stands(d))])).ConfigureAwait(false);
        return null;
    }

    private static async Task<SendRun> PostAsync(OpenSending sending, SendRows rows, SendOrder order, CommitStep commit, CancellationToken cancellationToken)
    {
        if (sending.Make() is { } problem)
        {
            // The set-up changed between two runs of the same order.
            return new SendRun(sending.Report(SendResult.NotReady, problem), rows.Failed(sending.Missing, problem));
        }

        foreach (var document in sending.Documents.Where(d => !d.IsSent))
        {
            var isNew = !sending.Stands(document);
            if (isNew)
            {
                var failure = await sending.PostAsync(document, order.Key, cancellationToken).ConfigureAwait(false)
                    ?? await sending.LookAsync(cancellationToken).ConfigureAwait(false);
                if (failure is not null)
                {
                    var error = SendTexts.Of(failure, sending.Brand);
                    return SendTexts.LeavesOpen(failure) || sending.WasTaken
                        ? new SendRun(sending.Report(SendResult.Unclear, error))
                        : new SendRun(sending.Report(SendResult.Refused, error), rows.Failed(sending.Missing, error));
                }

                if (!sending.Stands(document))
                {
                    return new SendRun(sending.Report(SendResult.Nothing), rows.Failed(sending.Missing, null));
                }
            }

            if (sending.Missing.Count > 0)
            {
                await commit(isNew ? sending.Report(SendResult.UnderWay) : null, rows.Stands(document)).ConfigureAwait(false);
            }
        }

        return new SendRun(sending.Report(SendResult.Sent), rows.Sent());
    }

    private async Task<OpenSending?> OpenAsync(string sellerId, string settlementId, CancellationToken cancellationToken)
    {
        var account = await reader.ReadAsync(sellerId, new DiagnosisScope(settlementId), cancellationToken).ConfigureAwait(false);
        if (account?.Named is not { } settlement)
        {
            return null;
        }

        var connection = account.ConnectionOf(settlement);
        return new OpenSending(settlement, account.ChannelOf(settlement), connection, platforms[connection.Platform], tokens);
    }
}
