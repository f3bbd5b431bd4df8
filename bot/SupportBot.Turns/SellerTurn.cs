using SupportBot.Dialogs.Engine;
using SupportBot.Protocol.Activities;
using SupportBot.Storage.Conversations;
using SupportBot.Turns.Tickets;

namespace SupportBot.Turns;

/// <summary>One turn of a seller's conversation, about what the seller did or what the product itself has to tell.</summary>
internal sealed class SellerTurn(DialogRun dialog, ActivityReader reader, TurnTickets tickets)
{
    /// <param name="attempt">1 for the first run of the event.</param>
    public async Task<TurnResult> RunAsync(Conversation conversation, Activity activity, int attempt, CancellationToken stopping)
    {
        // News of the product's own is worked off also for a person who has left the account: what waits behind it must not wait for ever.
        var work = await dialog.BeginAsync(conversation, activity, attempt, stopping, evenIfGone: activity.From?.Role == BotActivities.Bot.Role);
        if (BotActivities.IsSupportActed(activity) && conversation.Owner == ConversationOwner.WaitingForAgent && await tickets.IsReturnedAsync(work, stopping))
        {
            conversation.Owner = ConversationOwner.Bot;
        }

        conversation.TimeZone = activity.LocalTimezone ?? conversation.TimeZone;
        if (reader.Read(activity, work.Profile, work.Now) is { } input)
        {
            var isCase = input is DialogInput.Started && conversation.CaseId is not null;
            await dialog.DecideAsync(work, isCase ? new DialogInput.CaseRequested(conversation.CaseId!) : input, stopping);
        }

        // A look that finds nothing to say is no activity of anybody.
        if (work.Replies.Count > 0 || activity.From?.Role != BotActivities.Bot.Role)
        {
            conversation.LastActivityAt = TimeProvider.System.GetUtcNow().UtcDateTime;
        }

        return dialog.Finish(work);
    }

    /// <summary>The event could not be worked off: neutral words, a reference, and a person.</summary>
    public async Task<TurnResult> GiveUpAsync(Conversation conversation, Activity activity, int attempt, CancellationToken stopping)
    {
        var work = await dialog.BeginAsync(conversation, activity, attempt, stopping, evenIfGone: true);
        var reference = conversation.Owner == ConversationOwner.Bot ? await tickets.OpenForInternalErrorAsync(work, stopping) : conversation.TicketReference;
        if (conversation.Owner != ConversationOwner.Bot && reference is not null && activity.From?.Role == "user")
        {
            // Whoever has the case must get the words all the same.
            await tickets.NoteAsync(reference, $"The seller added: {activity.Text}", wakes: true, work, stopping);
        }

        conversation.LastActivityAt = TimeProvider.System.GetUtcNow().UtcDateTime;
        work.Replies.Add(InternalErrorReply.With(reference));
        return dialog.Finish(work);
    }
}
