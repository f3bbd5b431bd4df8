using SupportBot.Dialogs.Results;
using SupportBot.Protocol.Activities;

namespace SupportBot.Turns.Replies;

/// <summary>
/// Puts a reply into a channel's form. One implementation a channel; rendering happens before the commit, because the
/// transcript keeps what was said. Sets text, attachments and suggested actions; the turn fills in id, time, sender and conversation.
/// </summary>
public interface IReplyRenderer
{
    Activity Render(Reply reply, ReplyContext context);
}

/// <summary>For whom a reply is rendered.</summary>
/// <param name="Locale">BCP 47; dates and amounts are shown in it.</param>
/// <param name="UserId">To whom suggested actions are offered.</param>
public sealed record ReplyContext(string Locale, string UserId)
{
    /// <summary>The account that the person speaks for.</summary>
    public string SellerId { get; init; } = "";

    public string ConversationId { get; init; } = "";

    /// <summary>IANA; times are shown in it. Null: in UTC.</summary>
    public string? TimeZone { get; init; }
}
