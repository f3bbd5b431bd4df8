using Microsoft.Extensions.Logging;
using SupportBot.Accounts;
using SupportBot.Dialogs.Engine;
using SupportBot.Knowledge.Diagnoses;
using SupportBot.Storage.Articles;
using SupportBot.Turns.Cases;
using SupportBot.Turns.Inbox;
using SupportBot.Turns.Outbox;

namespace SupportBot.Turns;

/// <summary>Does what the dialog asks for. Reads run now, with no transaction open; writes wait for the turn's commit.</summary>
internal sealed partial class EffectRunner(
    DiagnosisRunner diagnoses,
    SettlementFinder settlements,
    TurnTickets tickets,
    TurnCases cases,
    ConversationSignals signals,
    ILogger<EffectRunner> log)
{
    /// <summary>The whole turn answers within 12 s; what is not known by then is said to be unknown.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(11);

    private static readonly TimeSpan TypingAfter = TimeSpan.FromMilliseconds(500);

    /// <summary>Web Chat shows the indicator for five seconds.</summary>
    private static readonly TimeSpan TypingEvery = TimeSpan.FromSeconds(3);

    /// <summary>What came of it as the dialog's next input; null when nothing comes back.</summary>
    public async Task<DialogInput?> RunAsync(DialogEffect effect, TurnWork work, CancellationToken stopping)
    {
        switch (effect)
        {
            case DialogEffect.Diagnose diagnose:
                return await DiagnoseAsync(diagnose.Scope, work, stopping);
            case DialogEffect.FindSettlements find:
                var matches = await settlements.FindAsync(work.Profile.SellerId, find.Query, stopping);
                return new DialogInput.SettlementsFound(find.Query, matches);
            case DialogEffect.OpenTicket open:
                return new DialogInput.TicketOpened(tickets.Open(open.Draft, work));
            case DialogEffect.OpenCase passedOn:
                return cases.Open(passedOn, work);
            case DialogEffect.FindCase wanted:
                return await cases.FindAsync(wanted.CaseId, work, stopping);
            case DialogEffect.NoteOnTicket note:
                await tickets.NoteAsync(note.Reference, note.Note, work, stopping);
                return null;
            case DialogEffect.RecordFeedback feedback:
                Record(feedback, work);
                return null;
            case DialogEffect.FollowUp followUp:
                Schedule(followUp, work);
                return null;
            default:
                throw new System.Diagnostics.UnreachableException($"No way to run {effect.GetType().Name}.");
        }
    }

    private async Task<DialogInput> DiagnoseAsync(DiagnosisScope scope, TurnWork work, CancellationToken stopping)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        limit.CancelAfter(TimeLimit);
        try
        {
            var running = diagnoses.RunAsync(work.Profile.SellerId, scope, limit.Token);
            await ShowTypingUntilAsync(running, work.Conversation.Id);
            return await running is { } report ? new DialogInput.DiagnosisReady(report) : new DialogInput.DiagnosisFailed();
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            // The dialog tells the seller that the account could not be looked at, and offers a person.
            LogDiagnosisFailed(exception, work.Conversation.Id);
            return new DialogInput.DiagnosisFailed();
        }
    }

    private async Task ShowTypingUntilAsync(Task running, string conversationId)
    {
        var wait = TypingAfter;
        while (await Task.WhenAny(running, Task.Delay(wait)) != running)
        {
            signals.Show(conversationId, BotActivities.Typing with { Id = Guid.CreateVersion7().ToString("N") });
            wait = TypingEvery;
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
        work.FollowUps.Add(scheduled);
        work.Changes.Add(scheduled.AddTo);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The account of conversation {ConversationId} could not be diagnosed.")]
    private partial void LogDiagnosisFailed(Exception exception, string conversationId);
}
