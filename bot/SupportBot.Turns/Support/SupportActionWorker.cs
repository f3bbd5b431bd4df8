using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SupportBot.Accounts;
using SupportBot.Accounts.BackOffice;
using SupportBot.Escalation;
using SupportBot.Knowledge.Articles;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Storage;
using SupportBot.Storage.Outbox;
using SupportBot.Storage.Tickets;
using SupportBot.Turns.Commits;
using SupportBot.Turns.Inbox;
using SupportBot.Turns.Outbox;
using SupportBot.Turns.Tickets;

namespace SupportBot.Turns.Support;

/// <summary>Carries out what support asked for, looks at the account again, and notes both in the ticket.</summary>
internal sealed partial class SupportActionWorker(
    IBackOffice backOffice, DiagnosisRunner diagnoses, CommitQueue commits, IDbContextFactory<SupportDbContext> contexts, TimeProvider clock,
    ILogger<SupportActionWorker> log) : IOutboxWorker
{
    public const string Kind = "support-action";

    public async Task<OutboxOutcome> RunAsync(OutboxItem item, CancellationToken cancellationToken)
    {
        var action = await ReadAsync(item.Payload, cancellationToken);
        if (action.State == SupportActionState.Requested)
        {
            var done = await TryDoAsync(action, item, cancellationToken);
            var ticket = await ReadTicketAsync(action, cancellationToken);
            if (done.Problem is { } problem)
            {
                return new OutboxOutcome.Done(Changes: Settle(action, ticket, SupportActionState.Failed, $"{SupportActionWords.Name(action.Action)} could not be done: {problem}", done));
            }

            // In a commit of its own: the look that follows must already count it.
            var settle = Settle(action, ticket, SupportActionState.Done, $"{SupportActionWords.Name(action.Action)} was done", done);
            await commits.CommitAsync(
                CommitUnit.Of(db =>
                {
                    db.MustBeHeldBy(item);
                    settle(db);
                }),
                cancellationToken);
        }

        return action.State == SupportActionState.Failed ? new OutboxOutcome.Done() : await LookAgainAsync(action, item, cancellationToken);
    }

    /// <summary>What cannot be done however often it is tried has failed: whoever asked learns it, and may ask again.</summary>
    private async Task<BackOfficeResult> TryDoAsync(SupportAction action, OutboxItem item, CancellationToken cancellationToken)
    {
        try
        {
            return await DoAsync(action, cancellationToken);
        }
        catch (Exception exception) when (IsLast(item) && !cancellationToken.IsCancellationRequested)
        {
            LogFailed(exception, action.Action, action.TicketReference);
            return new BackOfficeResult(SupportActionWords.BackOfficeFails);
        }
    }

    private bool IsLast(OutboxItem item) => item.Attempts >= ((IOutboxWorker)this).MostRuns;

    private Task<BackOfficeResult> DoAsync(SupportAction action, CancellationToken cancellationToken) => action.Action switch
    {
        RequestedAction.ReconnectChannel => backOffice.ReconnectChannelAsync(action.SellerId, action.ChannelName!, cancellationToken),
        RequestedAction.RerunVat => backOffice.RerunVatAsync(action.SellerId, action.SettlementId!, cancellationToken),
        _ => backOffice.ResetSettlementAsync(action.SellerId, action.SettlementId!, cancellationToken),
    };

    private async Task<OutboxOutcome> LookAgainAsync(SupportAction action, OutboxItem item, CancellationToken cancellationToken)
    {
        var report = await TryLookAsync(action, item, cancellationToken);
        var ticket = await ReadTicketAsync(action, cancellationToken);
        var root = report?.Diagnosis.RootCause ?? Cause.CouldNotCheck;
        var passes = root != Cause.CouldNotCheck && report!.Diagnosis.Findings.All(f => f.FixedBy != FixedBy.Support);
        var note = SupportActionWords.Checked(action.Action, root, passes);
        var change = new TicketChange(ticket);
        if (passes && ticket.Status == TicketStatus.Waiting)
        {
            // Nobody has it, and there is nothing left to do for anybody: the bot goes on with the seller.
            ticket.Status = TicketStatus.Returned;
            change.Move(TicketAuthor.System, note, clock.GetUtcNow());
        }
        else
        {
            change.Note(TicketAuthor.System, note, clock.GetUtcNow());
        }

        var told = TicketWork.Post(new TicketPost { Reference = ticket.Reference, Text = SupportActionWords.Sentence(note) }).ToItem();
        var committed = change.Commit();
        return new OutboxOutcome.Done(
            passes && ticket.Status != TicketStatus.Resolved ? new InboundEvent(ticket.ConversationId, $"outbox:{item.Id}", BotActivities.SupportActed(action)) : null,
            db =>
            {
                committed(db);
                db.Outbox.Add(told);
            });
    }

    private async Task<AccountReport?> TryLookAsync(SupportAction action, OutboxItem item, CancellationToken cancellationToken)
    {
        try
        {
            return await diagnoses.RunAsync(action.SellerId, new DiagnosisScope(action.SettlementId, action.ChannelName), cancellationToken);
        }
        catch (Exception exception) when (IsLast(item) && !cancellationToken.IsCancellationRequested)
        {
            LogFailed(exception, action.Action, action.TicketReference);
            return null;
        }
    }

    private Action<SupportDbContext> Settle(SupportAction action, Ticket ticket, SupportActionState state, string note, BackOfficeResult result)
    {
        var now = clock.GetUtcNow();
        var noted = new TicketChange(ticket).Note(TicketAuthor.System, note, now).Commit();
        var told = state == SupportActionState.Failed ? TicketWork.Post(new TicketPost { Reference = ticket.Reference, Text = SupportActionWords.Failed(note) }).ToItem() : null;
        action.State = state;
        action.DoneAt = result.At;
        return db =>
        {
            db.Entry(action).State = EntityState.Modified;
            noted(db);
            if (told is not null)
            {
                db.Outbox.Add(told);
            }

            result.Changes?.Invoke(db);
        };
    }

    private async Task<SupportAction> ReadAsync(string key, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.SupportActions.AsNoTracking().FirstAsync(a => a.Key == key, cancellationToken);
    }

    private async Task<Ticket> ReadTicketAsync(SupportAction action, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Tickets.AsNoTracking().Include(t => t.History).FirstAsync(t => t.Reference == action.TicketReference, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Action} for {Reference}, or the look after it, failed for the last time.")]
    private partial void LogFailed(Exception exception, string action, string reference);
}
