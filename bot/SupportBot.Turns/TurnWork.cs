using SupportBot.Accounts;
using SupportBot.Dialogs.Results;
using SupportBot.Storage;
using SupportBot.Storage.Conversations;
using SupportBot.Turns.Inbox;

namespace SupportBot.Turns;

/// <summary>What one turn has gathered so far.</summary>
internal sealed class TurnWork(Conversation conversation, SellerProfile profile, DateTimeOffset now, int attempt)
{
    public Conversation Conversation { get; } = conversation;

    public SellerProfile Profile { get; } = profile;

    public DateTimeOffset Now { get; } = now;

    /// <summary>1 for the first run of the event.</summary>
    public int Attempt { get; } = attempt;

    public List<Reply> Replies { get; } = [];

    /// <summary>Events that this turn schedules; their transcript lines come after the replies.</summary>
    public List<NewEvent> FollowUps { get; } = [];

    public List<Action<SupportDbContext>> Changes { get; } = [];

    public string? OpenedTicket { get; set; }
}
