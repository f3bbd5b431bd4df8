namespace SupportBot.Channels.WebChat.Tokens;

/// <summary>Who the seller web app says its visitor is. User ids are unique within a seller only.</summary>
public readonly record struct UserIdentity(string SellerId, string UserId);
