using SupportBot.Accounts;
using SupportBot.Dialogs.Results;
using SupportBot.Protocol.Activities;
using SupportBot.Storage;
using SupportBot.Storage.Conversations;
using SupportBot.Turns.Inbox;
using SupportBot.Turns.Outbox;
using SupportBot.Turns.Tickets;

namespace SupportBot.Turns;

/// <summary>What one turn has gathered so far.</summary>
internal sealed class TurnWork(Conversation conversation, SellerProfile profile, Activity arrived, DateTimeOffset now, int attempt)
{
    public Conversation Conversation { get; } = conversation;

    public SellerProfile Profile { get; } = profile;

    /// <summary>What the turn is about.</summary>
    public Activity Arrived { get; } = arrived;

    public DateTimeOffset Now { get; } = now;

    /// <summary>1 for the first run of the event.</summary>
    public int Attempt { get; } = attempt;

    public List<Reply> Replies { get; } = [];

    /// <summary>What is kept beside what is said; its transcript lines come before the replies.</summary>
    public List<Activity> Said { get; } = [];

    /// <summary>What people of the team say; their transcript lines come after the replies, which introduce them.</summary>
    public List<Activity> Answers { get; } = [];

    /// <summary>Events that this turn schedules; their transcript lines come after the replies.</summary>
    public List<NewEvent> FollowUps { get; } = [];

    public List<Action<SupportDbContext>> Changes { get; } = [];

    /// <summary>The ticket that this turn changes.</summary>
    public TicketChange? Ticket { get; set; }

    /// <summary>Support answers from now on.</summary>
    public void Queue(string reference)
    {
        Conversation.Owner = ConversationOwner.WaitingForAgent;
        Conversation.Outcome = ConversationOutcome.Escalated;
        Conversation.TicketReference = reference;
    }

    public void FollowUp(NewEvent scheduled)
    {
        FollowUps.Add(scheduled);
        Changes.Add(scheduled.AddTo);
    }

    /// <summary>Work towards the outside, done after the commit.</summary>
    public void Promise(OutboxWork work)
    {
        var item = work.ToItem();
        Changes.Add(db => db.Outbox.Add(item));
    }
}
