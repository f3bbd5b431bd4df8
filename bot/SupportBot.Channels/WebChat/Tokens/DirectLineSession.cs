namespace SupportBot.Channels.WebChat.Tokens;

/// <summary>One person in one conversation, from sign-in to the session's end. What a conversation token says.</summary>
/// <param name="SessionId">The same in all tokens that were refreshed from the first.</param>
/// <param name="ExpiresAt">When the token ends that this was read from.</param>
public sealed record DirectLineSession(
    string ConversationId,
    UserIdentity User,
    string? UserName,
    string SessionId,
    DateTimeOffset StartedAt,
    DateTimeOffset ExpiresAt);
