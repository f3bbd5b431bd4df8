using SupportBot.Storage.Conversations;

namespace SupportBot.Host.SupportApi;

/// <summary>How a conversation ended, as the support API says it.</summary>
internal static class OutcomeName
{
    /// <summary>Computed when it is asked for: a person who comes back has abandoned nothing.</summary>
    private static readonly TimeSpan s_abandonedAfter = TimeSpan.FromDays(1);

    /// <param name="now">Real time, as the conversation's last activity is.</param>
    public static string? Of(Conversation conversation, DateTime now) => conversation.Outcome switch
    {
        null => null,
        ConversationOutcome.Verified => "verified",
        ConversationOutcome.ClaimedNotVerified => "claimed-not-verified",
        ConversationOutcome.Escalated => "escalated",
        ConversationOutcome.Unsolved => now - conversation.LastActivityAt >= s_abandonedAfter ? "abandoned" : null,
        _ => throw new ArgumentOutOfRangeException(nameof(conversation), conversation.Outcome, null),
    };
}
