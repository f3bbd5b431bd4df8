using System.Text.Json;
using SupportBot.Escalation;
using SupportBot.Storage.Conversations;

namespace SupportBot.Host.SupportApi;

/// <param name="Channel"><c>webchat</c>, <c>email</c> or <c>teams</c>.</param>
/// <param name="Owner">Who answers: <c>bot</c>, <c>waiting</c>, <c>agent:&lt;name&gt;</c> or <c>closed</c>.</param>
/// <param name="Outcome">One of <see cref="OutcomeName"/>; null while it is open, or where nothing had to be put right.</param>
internal sealed record ConversationSummary(
    string Id, string Channel, string? SellerId, string? UserId, string Owner, DateTime LastActivityAt, string? Outcome)
{
    public static ConversationSummary Of(Conversation conversation) => new(
        conversation.Id,
        TicketView.NameOf(conversation.Channel),
        conversation.SellerId,
        conversation.UserId,
        OwnerName.Of(conversation),
        conversation.LastActivityAt,
        OutcomeName.Of(conversation, TimeProvider.System.GetUtcNow().UtcDateTime));
}

/// <param name="Activities">Every stored activity, in order, as it went over the wire.</param>
internal sealed record ConversationView(
    string Id, string Channel, string? SellerId, string? UserId, string Owner, string? Outcome, IReadOnlyList<JsonElement> Activities);

internal static class OwnerName
{
    public static string Of(Conversation conversation) => conversation.Owner switch
    {
        ConversationOwner.Bot => "bot",
        ConversationOwner.WaitingForAgent => "waiting",
        ConversationOwner.Agent => TicketAuthor.Agent(conversation.AgentName ?? "unknown"),
        ConversationOwner.Closed => "closed",
        _ => throw new ArgumentOutOfRangeException(nameof(conversation), conversation.Owner, null),
    };
}
