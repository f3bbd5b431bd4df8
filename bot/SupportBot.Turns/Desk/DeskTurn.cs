using SupportBot.Dialogs.Engine;
using SupportBot.Escalation;
using SupportBot.Escalation.Lifecycle;
using SupportBot.Protocol.Activities;
using SupportBot.Storage.Conversations;
using SupportBot.Storage.Tickets;
using SupportBot.Turns.Tickets;

namespace SupportBot.Turns.Desk;

/// <summary>
/// One turn about what an agent did with the case of a conversation: the ticket moves, the conversation's owner with it, and the
/// seller is told. The agent's answer is kept beside it.
/// </summary>
internal sealed class DeskTurn(DialogRun dialog, TurnTickets tickets, TicketWatches watches, WaitingAnswers waiting)
{
    private const string CaseIsGone = "This case is no longer known here. Nothing was changed.";

    public async Task<TurnResult> RunAsync(Conversation conversation, string key, Activity activity, AgentAct act, int attempt, CancellationToken stopping)
    {
        var work = await dialog.BeginAsync(conversation, activity, attempt, stopping, evenIfGone: true);
        var change = await tickets.EditAsync(act.Reference, work, stopping);
        var refusal = change is null ? CaseIsGone : await DecideAsync(change, key, act, work, stopping);
        work.Said.Insert(0, AgentAnswer.To(key, refusal));
        return dialog.Finish(work);
    }

    /// <summary>It could not be worked off: whoever did it learns so, and nothing is changed.</summary>
    public static TurnResult GiveUp(Conversation conversation, string key, Activity activity, AgentAct act)
    {
        var told = InThread(act, activity, DeskWords.Failed) is { } words ? TicketWork.Post(new TicketPost { Reference = act.Reference, Text = words }).ToItem() : null;
        return new TurnResult(
            [TranscriptLines.From(conversation.Id, AgentAnswer.To(key, DeskWords.Failed))],
            told is null ? [] : [db => db.Outbox.Add(told)]);
    }

    /// <returns>Why nothing was changed; null when it was done.</returns>
    private async Task<string?> DecideAsync(TicketChange change, string key, AgentAct act, TurnWork work, CancellationToken stopping)
    {
        if (act.Verb == AgentVerb.Answer && work.Arrived is { Text: null or "", Attachments: null or [] })
        {
            return Refuse(act, DeskWords.NothingLeft(act.LostFiles), work);
        }

        if (Elsewhere(act, work) is { } elsewhere)
        {
            return Refuse(act, elsewhere, work);
        }

        if (act.Verb == AgentVerb.AnswerAnyway)
        {
            return await AnswerAnywayAsync(change, act, work, stopping);
        }

        var command = Command(act);
        switch (TicketLifecycle.Decide(change.Ticket, command, act.By, act.Shown))
        {
            case TicketDecision.Refusal refusal:
                return Refuse(act, refusal.Words, work);
            case TicketDecision.Ask:
                var question = new ReopenQuestion(key, change.Ticket.StatusNumber, TicketWords.Standing(change.Ticket));
                work.Promise(TicketWork.Post(new TicketPost { Reference = act.Reference, Question = question }));
                return null;
            case TicketDecision.Move move:
                Apply(change, move, act.By, work);
                await TellAsync(command, move, act, work, stopping);
                break;
        }

        if (command is TicketCommand.Answer)
        {
            await AnswerAsync(change, act, work.Arrived, work, stopping);
        }

        return null;
    }

    /// <summary>One conversation has one owner: once it has another case, an older one is not gone on with.</summary>
    private static string? Elsewhere(AgentAct act, TurnWork work) =>
        work.Conversation.TicketReference is { } current && current != act.Reference ? DeskWords.GoesOnElsewhere(act.Reference, current) : null;

    private static string Refuse(AgentAct act, string why, TurnWork work)
    {
        if (InThread(act, work.Arrived, why) is { } words)
        {
            Post(act, words, work);
        }

        return why;
    }

    /// <summary>A press is answered with the words. A message has no answer of its own, and for a press it may be too late: the thread says them.</summary>
    private static string? InThread(AgentAct act, Activity accepted, string why) =>
        act.Verb == AgentVerb.Answer ? DeskWords.NotPassedOn(why)
        : AgentDesk.IsTooLateFor(accepted) ? DeskWords.NotDone(act.By.Name, why)
        : null;

    private static void Post(AgentAct act, string text, TurnWork work, params IReadOnlyList<string> mentions) =>
        work.Promise(TicketWork.Post(new TicketPost { Reference = act.Reference, Text = text, Mentions = mentions }));

    /// <summary>Whoever pressed gives the answer that waited, in the words in which it was accepted.</summary>
    private async Task<string?> AnswerAnywayAsync(TicketChange change, AgentAct act, TurnWork work, CancellationToken stopping)
    {
        if (act.Message is null || await waiting.FindAsync(work.Conversation.Id, act.Message, stopping) is not { } answer)
        {
            return Refuse(act, CaseIsGone, work);
        }

        var ticket = change.Ticket;
        if (answer.IsSent)
        {
            return Refuse(act, DeskWords.AlreadySent, work);
        }

        // Whoever has it by now, perhaps through another answer that waited, just goes on.
        if (ticket.Status != TicketStatus.Claimed || ticket.AgentId != act.By.Id)
        {
            if (ticket.StatusNumber != act.Shown)
            {
                return Refuse(act, TicketWords.Outrun(ticket), work);
            }

            Apply(change, new TicketDecision.Move(TicketStatus.Claimed, act.By, "reopened it"), act.By, work);
            await dialog.DecideAsync(work, new DialogInput.CaseMoved(CaseStep.Reopened, act.Reference, act.By.FirstName), stopping);
        }

        work.Said.Add(WaitingAnswers.Sent(act.Message));
        await AnswerAsync(change, act with { LostFiles = answer.Act.LostFiles }, answer.Words, work, stopping);
        return null;
    }

    private void Apply(TicketChange change, TicketDecision.Move move, SupportAgent by, TurnWork work)
    {
        var ticket = change.Ticket;
        (ticket.Status, ticket.Agent, ticket.AgentId) = (move.Status, move.Agent?.Name, move.Agent?.Id);
        (ticket.SnoozedUntil, ticket.ResolvedAs, ticket.IsOffered) = (move.Until?.UtcDateTime, move.Outcome, false);
        change.Move(TicketAuthor.Agent(by.Name), move.Event, work.Now);
        var conversation = work.Conversation;
        (conversation.Owner, conversation.AgentName) = move.Status switch
        {
            TicketStatus.Claimed => (ConversationOwner.Agent, move.Agent?.Name),
            // Whoever went on with the bot while waiting keeps it.
            TicketStatus.Snoozed when conversation.Owner == ConversationOwner.Bot => (ConversationOwner.Bot, null),
            TicketStatus.Waiting or TicketStatus.Snoozed => (ConversationOwner.WaitingForAgent, null),
            _ => (ConversationOwner.Bot, (string?)null),
        };
        switch (move.Status)
        {
            case TicketStatus.Waiting:
                watches.Wait(ticket, work);
                break;
            case TicketStatus.Claimed:
                watches.ExpectAnswer(ticket, work);
                break;
            case TicketStatus.Snoozed:
                TicketWatches.Sleep(ticket, move.Until!.Value, work);
                break;
        }
    }

    private async Task TellAsync(TicketCommand command, TicketDecision.Move move, AgentAct act, TurnWork work, CancellationToken stopping)
    {
        if (command is TicketCommand.Assign { To: var to } && to.Id != act.By.Id)
        {
            Post(act, DeskWords.Given(act.Reference), work, to.Id);
        }

        var step = command switch
        {
            TicketCommand.Answer => CaseStep.TakenByAnswer,
            TicketCommand.Claim or TicketCommand.Assign => CaseStep.Taken,
            TicketCommand.Return => CaseStep.Returned,
            TicketCommand.Snooze => CaseStep.PutOff,
            TicketCommand.Resolve => CaseStep.Resolved,
            _ => CaseStep.Reopened,
        };
        await dialog.DecideAsync(work, new DialogInput.CaseMoved(step, act.Reference, (move.Agent ?? act.By).FirstName, move.Until), stopping);
    }

    private async Task AnswerAsync(TicketChange change, AgentAct act, Activity answer, TurnWork work, CancellationToken stopping)
    {
        await dialog.DecideAsync(work, new DialogInput.CaseMoved(CaseStep.Answered, act.Reference, act.By.FirstName), stopping);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        (change.Ticket.AgentSpokeAt, change.Ticket.IsOffered) = (now, false);
        change.Note(TicketAuthor.Agent(act.By.Name), "answered the seller", work.Now);
        work.Conversation.LastActivityAt = now;
        work.Answers.Add(new Activity
        {
            Type = ActivityTypes.Message,
            From = new ChannelAccount { Id = AgentAlias.Of(act.By, work.Conversation.Id), Name = act.By.FirstName, Role = "bot" },
            Text = answer.Text,
            TextFormat = TextFormats.Plain,
            Attachments = answer.Attachments,
        });
        if (act.LostFiles.Count > 0)
        {
            Post(act, DeskWords.FilesLost(act.LostFiles), work);
        }
    }

    private static TicketCommand Command(AgentAct act) => act.Verb switch
    {
        AgentVerb.Claim => new TicketCommand.Claim(),
        AgentVerb.Assign => new TicketCommand.Assign(act.To!),
        AgentVerb.Return => new TicketCommand.Return(),
        AgentVerb.Snooze => new TicketCommand.Snooze(act.Until!.Value),
        AgentVerb.Resolve => new TicketCommand.Resolve(act.Outcome!, act.Comment),
        AgentVerb.Reopen => new TicketCommand.Reopen(),
        AgentVerb.Answer => new TicketCommand.Answer(),
        _ => throw new System.Diagnostics.UnreachableException($"No such verb: {act.Verb}."),
    };
}
