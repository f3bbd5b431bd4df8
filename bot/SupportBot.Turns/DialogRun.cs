using Microsoft.Extensions.DependencyInjection;
using SupportBot.Accounts;
using SupportBot.Dialogs.Engine;
using SupportBot.Escalation.Hours;
using SupportBot.Protocol.Activities;
using SupportBot.Storage.Conversations;
using SupportBot.Turns.Cases;
using SupportBot.Turns.Replies;

namespace SupportBot.Turns;

/// <summary>
/// Leads a conversation's dialog through one turn: an input goes to the engine, what the engine asks for is done and handed back,
/// until it has nothing more to ask. Nothing is stored or sent here.
/// </summary>
internal sealed class DialogRun(
    DialogEngine engine, EffectRunner effects, SellerDirectory sellers, TurnCases cases, OpeningHours hours, IServiceProvider services, TimeProvider clock)
{
    /// <summary>Longer chains of effects are a mistake in an article or the engine, and must not run for ever.</summary>
    private const int MaxSteps = 8;

    /// <param name="attempt">1 for the first run of the event.</param>
    /// <param name="evenIfGone">Also for a person who has left the account: support must be able to close their case.</param>
    public async Task<TurnWork> BeginAsync(Conversation conversation, Activity activity, int attempt, CancellationToken stopping, bool evenIfGone = false)
    {
        var now = clock.GetUtcNow();
        var profile = await sellers.FindAsync(conversation.SellerId ?? "", conversation.UserId, stopping)
            ?? (evenIfGone ? Gone(conversation) : null)
            ?? throw new InvalidOperationException($"The person of conversation {conversation.Id} is no longer in the account.");
        return new TurnWork(conversation, profile, activity, now, attempt);
    }

    public async Task DecideAsync(TurnWork work, DialogInput first, CancellationToken stopping)
    {
        var conversation = work.Conversation;
        var state = DialogStateJson.Read(conversation.DialogState);
        var person = new DialogPerson(
            work.Profile.SellerId,
            work.Profile.SellerName,
            work.Profile.UserId ?? "",
            work.Profile.UserName ?? "",
            work.Profile.UserRole ?? "",
            work.Profile.Locale,
            conversation.TimeZone);

        var support = Support(hours.AnswerAt(work.Now));
        DialogInput? input = first;
        for (var step = 0; input is not null; step++)
        {
            if (step == MaxSteps)
            {
                throw new InvalidOperationException($"The dialog asked for more than {MaxSteps} effects in one turn.");
            }

            var turn = new DialogTurn(person, work.Now, Owner(conversation.Owner), conversation.TicketReference) { Support = support };
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

    public TurnResult Finish(TurnWork work)
    {
        var conversation = work.Conversation;
        var renderer = services.GetRequiredKeyedService<IReplyRenderer>(conversation.Channel);
        var context = new ReplyContext(work.Profile.Locale, conversation.UserId ?? "")
        {
            SellerId = work.Profile.SellerId,
            ConversationId = conversation.Id,
            TimeZone = conversation.TimeZone,
        };
        var repliedTo = BotActivities.RepliedTo(work.Arrived);
        var said = work.Said
            .Concat(work.Replies.Select(reply => BotActivities.Complete(renderer.Render(reply, context), repliedTo) with { Id = reply.UpdateKey }))
            .Concat(work.Answers);
        if (work.Ticket is { IsEmpty: false } change)
        {
            work.Changes.Add(change.Commit());
        }

        return new TurnResult(
            [.. said.Select(activity => TranscriptLines.From(conversation.Id, activity)), .. work.FollowUps.Select(followUp => followUp.Entry)],
            work.Changes);
    }

    private static SellerProfile Gone(Conversation conversation) =>
        new(conversation.SellerId ?? "", conversation.SellerId ?? "", "en-GB", conversation.UserId, null, null, null, []);

    private static TurnOwner Owner(ConversationOwner owner) => owner switch
    {
        ConversationOwner.WaitingForAgent => TurnOwner.Queue,
        ConversationOwner.Agent => TurnOwner.Agent,
        ConversationOwner.Closed => TurnOwner.Queue,
        _ => TurnOwner.Bot,
    };

    private static SupportHours Support(AnswerTime time) => time switch
    {
        AnswerTime.Now => SupportHours.Open,
        AnswerTime.From later => SupportHours.AwayUntil(later.Opening.UtcDateTime),
        _ => SupportHours.Unknown,
    };

    private static ConversationOutcome? Outcome(Ending? ending) => ending switch
    {
        Ending.Unsolved => ConversationOutcome.Unsolved,
        Ending.Claimed => ConversationOutcome.ClaimedNotVerified,
        Ending.Verified => ConversationOutcome.Verified,
        Ending.Escalated => ConversationOutcome.Escalated,
        _ => null,
    };
}
