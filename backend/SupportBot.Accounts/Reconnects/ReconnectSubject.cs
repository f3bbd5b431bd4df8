namespace SupportBot.Accounts.Reconnects;

/// <summary>Whose connection is to be made anew, by whom, and which conversation waits for it.</summary>
public sealed record ReconnectSubject(string SellerId, string ConnectionId, string ConversationId, string UserId);
