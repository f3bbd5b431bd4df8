using SupportBot.Accounts.Sending;
using SupportBot.Knowledge.Sending;
using SupportBot.Storage;
using SupportBot.Storage.Outbox;
using SupportBot.Turns.Commits;
using SupportBot.Turns.Inbox;
using SupportBot.Turns.Outbox;

namespace SupportBot.Turns.Sending;

/// <summary>Sends a settlement for a seller who asked for it in a conversation, and tells the conversation how far it is.</summary>
internal sealed class SendSettlementWorker(SettlementSender sender, CommitQueue commits, TurnRunner turns, ConversationSignals signals) : IOutboxWorker
{
    /// <summary>About a minute of looking again; then the seller is told that it could not be found out.</summary>
    private const int MostUnclearRuns = 6;

    public async Task<OutboxOutcome> RunAsync(OutboxItem item, CancellationToken cancellationToken)
    {
        var send = SendPayload.Read(item.Payload);
        // The item's id makes every run of it the same order to the platforms.
        var order = new SendOrder(send.SellerId, send.SettlementId, item.Id, send.MissingOnly);
        var sending = sender.SendAsync(order, (report, changes) => CommitAsync(item, report, changes, cancellationToken), cancellationToken);
        await TypingIndicator.ShowUntilAsync(signals, item.ConversationId!, sending);
        return await sending switch
        {
            null => new OutboxOutcome.GiveUp("unknown-settlement"),
            { Report.Result: SendResult.Unclear } when item.Attempts < MostUnclearRuns => new OutboxOutcome.Retry("platform-unclear"),
            { } run => new OutboxOutcome.Done(News(item, "result", run.Report), run.Changes),
        };
    }

    private async Task CommitAsync(OutboxItem item, SendReport? report, Action<SupportDbContext> changes, CancellationToken cancellationToken)
    {
        var news = report is null ? null : NewEvent.From(News(item, $"{report.Parts.Count(p => p.Stands == true)}", report));
        await commits.CommitAsync(
            new CommitUnit(item.ConversationId!, news is null ? [] : [news.Entry], db =>
            {
                db.MustBeHeldBy(item);
                news?.AddTo(db);
                changes(db);
            }),
            cancellationToken);
        if (news is not null)
        {
            turns.Wake(item.ConversationId!);
        }
    }

    private static InboundEvent News(OutboxItem item, string what, SendReport report) =>
        new(item.ConversationId!, $"outbox:{item.Id}:{what}", BotActivities.SendNews(item.Id, report));
}
