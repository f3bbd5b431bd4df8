using Microsoft.Extensions.Logging;
using SupportBot.Accounts;
using SupportBot.Accounts.Diagnoses;
using SupportBot.Accounts.Sending;
using SupportBot.Dialogs.Engine;
using SupportBot.Storage.Articles;
using SupportBot.Turns.Cases;
using SupportBot.Turns.Inbox;
using SupportBot.Turns.Outbox;
using SupportBot.Turns.Sending;
using SupportBot.Turns.Tickets;

namespace SupportBot.Turns;

/// <summary>Does what the dialog asks for. Reads run now, with no transaction open; writes wait for the turn's commit.</summary>
internal sealed partial class EffectRunner(
    DiagnosisRunner diagnoses,
    SettlementFinder settlements,
    SettlementSender sender,
    TurnTickets tickets,
    TurnCases cases,
    ConversationSignals signals,
    ILogger<EffectRunner> log)
{
    /// <summary>The whole turn answers within 12 s; what is not known by then is said to be unknown.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(11);

    /// <summary>What came of it as the dialog's next input; null when nothing comes back.</summary>
    public async Task<DialogInput?> RunAsync(DialogEffect effect, TurnWork work, CancellationToken stopping)
    {
        switch (effect)
        {
            case DialogEffect.Diagnose diagnose:
                return await DiagnoseAsync(diagnose, work, stopping);
            case DialogEffect.FindSettlements find:
                var matches = await settlements.FindAsync(work.Profile.SellerId, find.Query, stopping);
                return new DialogInput.SettlementsFound(find.Query, matches);
            case DialogEffect.OpenTicket open:
                return await tickets.OpenAsync(open.Draft, work, stopping);
            case DialogEffect.OpenCase passedOn:
                return cases.Open(passedOn, work);
            case DialogEffect.FindCase wanted:
                return await cases.FindAsync(wanted.CaseId, work, stopping);
            case DialogEffect.NoteOnTicket note:
                await tickets.NoteAsync(note.Reference, note.Note, note.Wakes, work, stopping);
                return null;
            case DialogEffect.AnswerSurvey answer:
                await tickets.AnswerSurveyAsync(answer, work, stopping);
                return null;
            case DialogEffect.LeaveQueue:
                await tickets.LeaveQueueAsync(work, stopping);
                return null;
            case DialogEffect.ReopenCase reopen:
                return await tickets.ReopenAsync(reopen.Reference, work, stopping);
            case DialogEffect.RecordFeedback feedback:
                Record(feedback, work);
                return null;
            case DialogEffect.SendSettlement send:
                work.Promise(new SendPayload(work.Profile.SellerId, send.SettlementId, send.MissingOnly).ToWork(work.Conversation.Id));
                return null;
            case DialogEffect.LookAtParts look:
                return await LookAsync(look.SettlementId, work, stopping);
            case DialogEffect.FollowUp followUp:
                Schedule(followUp, work);
                return null;
            default:
                throw new System.Diagnostics.UnreachableException($"No way to run {effect.GetType().Name}.");
        }
    }

    private async Task<DialogInput> DiagnoseAsync(DialogEffect.Diagnose asked, TurnWork work, CancellationToken stopping)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        limit.CancelAfter(TimeLimit);
        try
        {
            var running = diagnoses.RunAsync(work.Profile.SellerId, asked.Scope, new ConversationMemory(work.Conversation.Id, asked.MayRemember), limit.Token);
            await TypingIndicator.ShowUntilAsync(signals, work.Conversation.Id, running);
            return await running is { } report ? new DialogInput.DiagnosisReady(report) : new DialogInput.DiagnosisFailed();
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            // The dialog tells the seller that the account could not be looked at, and offers a person.
            LogDiagnosisFailed(exception, work.Conversation.Id);
            return new DialogInput.DiagnosisFailed();
        }
    }

    /// <summary>What could not be read is said to be unknown: the dialog will not send on a guess.</summary>
    private async Task<DialogInput> LookAsync(string settlementId, TurnWork work, CancellationToken stopping)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        limit.CancelAfter(TimeLimit);
        try
        {
            var looking = sender.LookAsync(work.Profile.SellerId, settlementId, limit.Token);
            await TypingIndicator.ShowUntilAsync(signals, work.Conversation.Id, looking);
            return new DialogInput.PartsSeen(await looking);
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            LogLookFailed(exception, work.Conversation.Id);
            return new DialogInput.PartsSeen(null);
        }
    }

    private static void Record(DialogEffect.RecordFeedback feedback, TurnWork work)
    {
        var row = new ArticleFeedback
        {
            Id = Guid.CreateVersion7().ToString("N"),
            ArticleId = feedback.ArticleId,
            ArticleVersion = feedback.ArticleVersion,
            Helpful = feedback.Helpful,
            Comment = feedback.Comment,
            At = work.Now.UtcDateTime,
            ConversationId = work.Conversation.Id,
        };
        work.Changes.Add(db => db.ArticleFeedback.Add(row));
    }

    /// <summary>Due by the real clock: a product clock that stands still would never get there.</summary>
    private static void Schedule(DialogEffect.FollowUp followUp, TurnWork work)
    {
        var due = TimeProvider.System.GetUtcNow().UtcDateTime + followUp.After;
        var scheduled = NewEvent.From(
            new InboundEvent(work.Conversation.Id, $"follow-up:{followUp.Token}", BotActivities.FollowUp(followUp.Token)), due);
        work.FollowUp(scheduled);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What stands where of a settlement of conversation {ConversationId} could not be read.")]
    private partial void LogLookFailed(Exception exception, string conversationId);

    [LoggerMessage(Level = LogLevel.Error, Message = "The account of conversation {ConversationId} could not be diagnosed.")]
    private partial void LogDiagnosisFailed(Exception exception, string conversationId);
}
