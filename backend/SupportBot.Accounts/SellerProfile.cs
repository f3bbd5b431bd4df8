namespace SupportBot.Accounts;

/// <summary>Who is speaking, and for whom.</summary>
/// <param name="Locale">BCP 47 tag in which dates and amounts are shown.</param>
/// <param name="UserRole"><c>basic</c>, <c>accountant</c>, <c>admin</c> or <c>owner</c>; null with the other user values where no user was asked for.</param>
/// <param name="ChannelNames">As they appear in Link My Books, in alphabetical order.</param>
public sealed record SellerProfile(
    string SellerId,
    string SellerName,
    string Locale,
    string? UserId,
    string? UserName,
    string? UserEmail,
    string? UserRole,
    IReadOnlyList<string> ChannelNames);
