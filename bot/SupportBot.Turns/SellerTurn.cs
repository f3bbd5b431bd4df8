using Microsoft.Extensions.DependencyInjection;
using SupportBot.Accounts;
using SupportBot.Dialogs.Engine;
using SupportBot.Protocol.Activities;
using SupportBot.Storage.Conversations;
using SupportBot.Turns.Cases;
using SupportBot.Turns.Replies;

namespace SupportBot.Turns;

/// <summary>
/// One turn of a seller's conversation: what arrived goes to the dialog engine, what the engine asks for is done and handed
/// back, until it has nothing more to ask. Nothing is stored or sent here.
/// </summary>
internal sealed class SellerTurn(
    DialogEngine engine,
    ActivityReader reader,
    EffectRunner effects,
    SellerDirectory sellers,
    TurnTickets tickets,
    TurnCases cases,
    IServiceProvider services,
    TimeProvider clock)
{
    /// <summary>Longer chains of effects are a mistake in an article or the engine, and must not run for ever.</summary>
    private const int MaxSteps = 8;

    /// <param name="attempt">1 for the first run of the event.</param>
    public async Task<TurnResult> RunAsync(Conversation conversation, Activity activity, int attempt, CancellationToken stopping)
    {
        var work = await BeginAsync(conversation, attempt, stopping);
        if (BotActivities.IsSupportActed(activity) && conversation.Owner == ConversationOwner.WaitingForAgent)
        {
            // The ticket was returned in the commit that brought this event.
            conversation.Owner = ConversationOwner.Bot;
        }

        conversation.TimeZone = activity.LocalTimezone ?? conversation.TimeZone;
        if (reader.Read(activity, work.Profile, work.Now) is { } input)
        {
            var isCase = input is DialogInput.Started && conversation.CaseId is not null;
            await DecideAsync(work, isCase ? new DialogInput.CaseRequested(conversation.CaseId!) : input, stopping);
        }

        // A look that finds nothing to say is no activity of anybody.
        if (work.Replies.Count > 0 || activity.From?.Role != BotActivities.Bot.Role)
        {
            conversation.LastActivityAt = TimeProvider.System.GetUtcNow().UtcDateTime;
        }

        return Finish(work, BotActivities.RepliedTo(activity));
    }

    /// <summary>The event could not be worked off: neutral words, a reference, and a person.</summary>
    public async Task<TurnResult> GiveUpAsync(Conversation conversation, Activity activity, int attempt, CancellationToken stopping)
    {
        var work = await BeginAsync(conversation, attempt, stopping);
        var reference = conversation.Owner == ConversationOwner.Bot ? tickets.OpenForInternalError(work) : null;
        conversation.LastActivityAt = TimeProvider.System.GetUtcNow().UtcDateTime;
        work.Replies.Add(InternalErrorReply.With(reference ?? await tickets.FindOpenAsync(conversation.Id, stopping)));
        return Finish(work, BotActivities.RepliedTo(activity));
    }

    private async Task<TurnWork> BeginAsync(Conversation conversation, int attempt, CancellationToken stopping)
    {
        var now = clock.GetUtcNow();
        var profile = await sellers.FindAsync(conversation.SellerId ?? "", conversation.UserId, stopping)
            ?? throw new InvalidOperationException($"The person of conversation {conversation.Id} is no longer in the account.");
        return new TurnWork(conversation, profile, now, attempt);
    }

    private TurnResult Finish(TurnWork work, string? replyToId)
    {
        var conversation = work.Conversation;
        var renderer = services.GetRequiredKeyedService<IReplyRenderer>(conversation.Channel);
        var context = new ReplyContext(work.Profile.Locale, conversation.UserId ?? "") 
        {
            SellerId = work.Profile.SellerId,
            ConversationId = conversation.Id,
            TimeZone = conversation.TimeZone,
        };
        var entries = work.Replies
            .Select(reply => TranscriptLines.From(conversation.Id, BotActivities.Complete(renderer.Render(reply, context), replyToId) with { Id = reply.UpdateKey }))
            .Concat(work.FollowUps.Select(followUp => followUp.Entry))
            .ToList();
        return new TurnResult(entries, work.Changes);
    }

    private async Task DecideAsync(TurnWork work, DialogInput first, CancellationToken stopping)
    {
        var conversation = work.Conversation;
        var state = DialogStateJson.Read(conversation.DialogState);
        var ticket = conversation.Owner == ConversationOwner.Bot ? null : await tickets.FindOpenAsync(conversation.Id, stopping);
        var person = new DialogPerson(
            work.Profile.SellerId,
            work.Profile.SellerName,
            work.Profile.UserId ?? "",
            work.Profile.UserName ?? "",
            work.Profile.UserRole ?? "",
            work.Profile.Locale,
            conversation.TimeZone);

        DialogInput? input = first;
        for (var step = 0; input is not null; step++)
        {
            if (step == MaxSteps)
            {
                throw new InvalidOperationException($"The dialog asked for more than {MaxSteps} effects in one turn.");
            }

            var turn = new DialogTurn(person, work.Now, conversation.Owner != ConversationOwner.Bot, ticket ?? work.OpenedTicket);
            var outcome = engine.Decide(state, input, turn);
            state = outcome.State;
            work.Replies.AddRange(outcome.Replies);
            if (outcome.SolvedCase is { } solved)
            {
                await cases.SolveAsync(solved, work, stopping);
            }

            input = outcome.Effect is null ? null : await effects.RunAsync(outcome.Effect, work, stopping);
        }

        conversation.DialogState = DialogStateJson.Write(state);
        conversation.Outcome = Outcome(state.Ending) ?? conversation.Outcome;
    }

    private static ConversationOutcome? Outcome(Ending? ending) => ending switch
    {
        Ending.Unsolved => ConversationOutcome.Unsolved,
        Ending.Claimed => ConversationOutcome.ClaimedNotVerified,
        Ending.Verified => ConversationOutcome.Verified,
        Ending.Escalated => ConversationOutcome.Escalated,
        _ => null,
    };
}
